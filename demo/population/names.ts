import type { Random } from './random.ts';

/** Surnames of the Pearl River delta, roughly by how often one meets them in Zhongshan. */
const SURNAMES: readonly (readonly [string, number])[] = Object.entries({
  陈: 100,
  梁: 92,
  黄: 88,
  李: 80,
  林: 62,
  吴: 60,
  何: 58,
  冯: 46,
  郑: 44,
  萧: 40,
  刘: 40,
  张: 36,
  周: 34,
  杨: 32,
  卢: 30,
  麦: 30,
  罗: 28,
  郭: 28,
  高: 26,
  谭: 25,
  胡: 24,
  苏: 22,
  王: 22,
  欧阳: 8,
  伍: 18,
  阮: 18,
  甘: 16,
  余: 16,
  孙: 18,
  程: 12,
  区: 14,
  叶: 16,
  邓: 18,
  彭: 12,
  蔡: 14,
  简: 12,
  袁: 12,
  霍: 10,
  关: 10,
  缪: 9,
  侯: 8,
  容: 8,
  古: 6,
  方: 10,
  杜: 8,
  曾: 12,
  钟: 12,
  廖: 8,
  莫: 8,
  潘: 8,
  龙: 5,
  唐: 8,
  陆: 8,
  韦: 3,
  徐: 6,
  朱: 6,
  司徒: 2,
  单: 1,
});

/** Given names by the decade they were fashionable in: each list is of syllables to combine, or whole names with a space before. */
const GIVEN: readonly { until: number; male: string; female: string }[] = [
  { until: 1950, male: '金 水 根 土 荣 炳 锡 焕 耀 添 成 广 泉 坤 祥 福 洪 森 有 来 容 带', female: '妹 好 娣 银 彩 笑 金 群 带 玉 桂 英 娇 顺 凤 兰 莲 卿 葵 瑞 意 秀' },
  { until: 1965, male: '国 建 志 伟 明 炳 添 耀 荣 华 强 文 锦 树 柏 庆 兆 永 培 灿 泽 标', female: '丽 玉 凤 兰 英 惠 群 彩 桂 芳 珍 爱 燕 琼 少 婉 萍 金 翠 秀 好 莲' },
  { until: 1985, male: '志 伟 健 强 文 军 辉 永 俊 杰 锦 华 明 国 建 勇 荣 浩 斌 海 坚 东', female: '丽 燕 惠 敏 玲 嘉 婷 雪 秋 艳 少 珍 洁 凤 萍 红 霞 芳 群 美 娟 英' },
  { until: 1998, male: '嘉 俊 浩 健 伟 文 杰 志 豪 锋 永 铭 华 辉 家 乐 宇 明 斌 炜 沛 泽', female: '嘉 敏 慧 婷 欣 颖 晓 雯 雅 诗 丽 静 倩 绮 琪 思 芷 韵 美 佩 莹 怡' },
  { until: 2100, male: '梓 浩 俊 子 轩 宇 杰 泽 铭 嘉 晋 烨 睿 乐 熙 宏 健 天 谦 霖 诚 锐', female: '梓 欣 怡 诗 涵 思 颖 可 嘉 雨 悦 晴 琪 雅 紫 瑶 晓 彤 妍 芷 柔 钰' },
];

export function pickSurname(random: Random): string {
  return random.weighted(SURNAMES);
}

/** A given name of one (about one in ten) or two different syllables, of the fashion of the birth year. */
export function pickGivenName(random: Random, sex: 'male' | 'female', birthYear: number): string {
  const fashion = GIVEN.find((each) => birthYear < each.until) ?? GIVEN.at(-1)!;
  const syllables = fashion[sex].split(' ');
  const first = random.pick(syllables);
  if (random.chance(0.1)) return first;
  return first + random.pick(syllables.filter((each) => each !== first));
}
