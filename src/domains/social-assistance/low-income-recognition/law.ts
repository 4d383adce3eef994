import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { ARTICLE_NOT_READ } from '../common/law.ts';

/** Before 2021 every city had its own measures for families just above the line; none could be read, only that they were there. */
export const localMeasures = (): LawReference => ({ instrument: '当地低收入困难家庭认定办法（文件未录入）', article: ARTICLE_NOT_READ, documentNumber: null });

/** 2022: Guangdong, families on the margin and families with heavy spending. Read as a city's notice retells it, without the numbers of its articles. */
export const guangdong2022 = (): LawReference => ({
  instrument: '广东省最低生活保障边缘家庭和支出型困难家庭救助办法', article: ARTICLE_NOT_READ, documentNumber: '粤府办〔2022〕3号', inForce: { from: plainDate('2022-01-01'), to: null },
});

/** 2025: the ministry's measures on families with rigid spending, in force from 2025-01-01, read in full. */
export const rigidSpending2025 = (article?: string): LawReference => ({
  instrument: '刚性支出困难家庭认定办法', documentNumber: null, inForce: { from: plainDate('2025-01-01'), to: null }, ...(article === undefined ? {} : { article }),
});
