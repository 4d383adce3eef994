// Plain JavaScript, since it must run on a Node that cannot run TypeScript: stops with a sentence on one that is too old.
const version = process.versions.node;
const [major = 0, minor = 0] = version.split(".").map(Number);
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
if (!runsTypeScript) {
  console.error(
    `Node ${version} 太旧，需要 24（或 22.18 以上）。Linux x64 上 npm ci 会带来 Node 24，请用 npm start，` +
      "或用 node_modules/.bin/node 代替 node；其他系统请安装 Node 24。",
  );
  process.exit(1);
}
