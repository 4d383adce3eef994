const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙手机'], [/iPhone/i, '苹果手机'], [/iPad/i, '苹果平板'], [/Android.*Mobile/i, '安卓手机'], [/Android/i, '安卓平板'],
  [/Kylin/i, '麒麟电脑'], [/UOS|Deepin/i, '统信电脑'], [/Windows/i, 'Windows 电脑'], [/Macintosh/i, '苹果电脑'], [/Linux/i, 'Linux 电脑'],
];
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信'], [/DingTalk/i, '钉钉'], [/Edg(e|A|iOS)?\//i, 'Edge'], [/Firefox|FxiOS/i, '火狐'], [/QQBrowser/i, 'QQ浏览器'], [/UCBrowser/i, 'UC浏览器'], [/Chrome|CriOS/i, 'Chrome'], [/Safari/i, 'Safari'],
];
const nameOf = (list: readonly (readonly [RegExp, string])[], agent: string): string | undefined => list.find(([pattern]) => pattern.test(agent))?.[1];

/** A device in words its holder knows again: `Windows 电脑，Edge`. Nothing of the browser's own text is kept. */
export const deviceWords = (agent: string): string => [nameOf(SYSTEMS, agent), nameOf(BROWSERS, agent)].filter(Boolean).join('，') || '认不出的设备';
