/** What a package itself leaves unsaid or says in its own way, looked up by hand: where. */
export const LOOKED_UP: Readonly<Record<string, string>> = {
  // says MIT/X11: another name of MIT
  chainsaw: 'MIT',
};
/** Carried although nobody says under what licence; each with its reason and how to be rid of it. Shown at every check. */
export const UNCLEAR: Readonly<Record<string, string>> = {
  buffers: '0.1.1 没有写许可证（exceljs → unzipper → binary 带进来；同一作者的 chainsaw 是 MIT）。要彻底干净，就换掉带它进来的读取部分',
};

/** Declared and named by no source of ours yet; each with its reason. Shown at every check. */
export const NOT_NAMED: Readonly<Record<string, string>> = { autocannon: '压力测试的工具，给 bench 预备' };
