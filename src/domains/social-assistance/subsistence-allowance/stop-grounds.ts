import type { LawReference } from '../../../kernel/contract/law.ts';
import { contains } from '../../../kernel/values/period.ts';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import { interimMeasures } from '../common/law.ts';
import { measures2012, measures2021 } from '../common/means-test/law.ts';

/** 暂停、停发的事由: a ground, what it may lead to, and the articles it rests on, each in its time. */
export interface StopGround {
  readonly id: string;
  readonly title: string;
  /** As the household reads it. */
  readonly plain: string;
  readonly leads: readonly ('suspend' | 'end')[];
  readonly laws: readonly LawReference[];
}

const CHANGED = [measures2021('第三十条、第三十一条'), interimMeasures('第十三条'), measures2012('第三十二条')];

export const STOP_GROUNDS: readonly StopGround[] = [
  { id: 'income-above', title: '人均收入不再低于标准', plain: '家里的人均收入已经不低于低保标准', leads: ['end'], laws: CHANGED },
  { id: 'assets-above', title: '家庭财产超过规定', plain: '家里的存款、车辆或房屋超过了规定', leads: ['end'], laws: CHANGED },
  { id: 'left', title: '户口迁出本地', plain: '家里的户口已经迁出本地', leads: ['end'], laws: [measures2021('第四条、第三十条'), measures2012('第四条、第三十二条')] },
  { id: 'imprisoned', title: '服刑，没有其他成员', plain: '领取的人正在服刑，家里没有其他成员', leads: ['suspend', 'end'], laws: [measures2021('第七条第二款（二）'), measures2012('第五条第二款（二）')] },
  { id: 'unreachable', title: '联系不上，不能复核', plain: '多次联系不上您家，没有办法复核', leads: ['suspend'], laws: [measures2021('第三十条、第三十一条'), measures2012('第三十二条第二款')] },
  { id: 'refuses-check', title: '无正当理由拒绝核查', plain: '没有正当理由，不配合核查家里的情况', leads: ['suspend', 'end'], laws: [measures2021('第二十九条'), interimMeasures('第五十八条、第五十九条'), measures2012('第三十二条第二款')] },
  { id: 'false-statement', title: '虚报、隐瞒、伪造', plain: '申报的情况不真实', leads: ['suspend', 'end'], laws: [interimMeasures('第六十八条'), measures2012('第十二条（三）')] },
];

/** Why payment goes on again. */
export const RESUME_GROUNDS: readonly StopGround[] = [
  { id: 'cleared', title: '事由消除，仍符合条件', plain: '停发的原因已经没有了，您家仍符合条件', leads: [], laws: CHANGED },
  { id: 'mistaken', title: '停发的事由不成立', plain: '查明停发的原因不成立，停发的月份全部补发', leads: [], laws: CHANGED },
];

export const findGround = (id: unknown): StopGround | undefined => [...STOP_GROUNDS, ...RESUME_GROUNDS].find((ground) => ground.id === id);

/** The article in force on the day; of several, the newest text. Undefined where the law of that day knows no such ground. */
export const lawOn = (ground: StopGround, day: PlainDate): LawReference | undefined => ground.laws.find((law) => law.inForce === undefined || contains(law.inForce, day));
