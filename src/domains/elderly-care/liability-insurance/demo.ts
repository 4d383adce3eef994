import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const NAMES = ['颐康', '福寿', '松鹤', '怡安', '康乐', '长青'] as const;

/** The demo city: thirty homes; insured since 2013, six never, two lapsed. */
export const records: readonly DemoRecords[] = [{ register: 'home-liability', rows: (ground) => Array.from({ length: 30 }, (_, n) => insuredHome(ground, n)) }];

function insuredHome(ground: DemoGround, n: number): DemoRecord {
  const town = ground.towns[n % ground.towns.length];
  const code = town?.code ?? ground.city;
  const isPublic = n < 10;
  const beds = 60 + ground.chance(`liability beds ${n}`, 180);
  const never = n >= 24;
  const lapsed = n === 7 || n === 15;
  const insuredBeds = n === 4 ? beds - 20 : beds;
  const premium = insuredBeds * 120 * YUAN;
  const month = String(1 + (n % 9)).padStart(2, '0');
  const policy = (year: number): { on: string; values: Record<string, string | number> } => ({ on: `${year}-${month}-01`, values: { policyNumber: `PZ${year}4420${String(n).padStart(3, '0')}`, until: `${year + 1}-${month}-01`, insuredBeds, premiumPerBed: 120 * YUAN, premium, subsidy: isPublic ? 0 : Math.floor(premium / 2), ...(isPublic ? {} : { subsidyPaidOn: `${year}-10-20` }) } });
  return {
    division: code, openedOn: '2012-12-10',
    values: {
      name: isPublic ? `${town?.name ?? ''}敬老院` : `${town?.name ?? ''}${NAMES[n % NAMES.length] ?? ''}颐养院`, ownership: isPublic ? 'public' : n === 12 ? 'public-private' : 'private', beds,
      ...(never ? { whyNot: n % 2 === 0 ? '保费自付部分未落实' : '正在选保险公司' } : { limitPerIncident: 200_000 * YUAN }),
    },
    states: never ? [] : [
      { state: 'insured', on: `2013-${month}-01`, values: { insurer: n % 2 === 0 ? '甲财产保险公司' : '乙财产保险公司', insuredUntil: lapsed ? `2014-${month}-01` : `2015-${month}-01` } },
      ...(lapsed ? [{ state: 'lapsed', on: `2014-${month}-02` }] : []),
    ],
    entries: never ? {} : {
      policies: lapsed ? [policy(2013)] : [policy(2013), policy(2014)],
      incidents: n % 4 === 1 ? [{ on: '2014-06-14', person: ground.person(38_000 + n, 82), values: { kind: n % 8 === 1 ? 'fall' : 'choking', harm: n % 8 === 1 ? 'severe' : 'light', reportedOn: '2014-06-15', claimed: 24_000 * YUAN, ...(n % 8 === 1 ? { stage: 'paid', paid: 18_000 * YUAN, paidOn: '2014-08-20' } : { stage: 'reported' }) } }] : [],
    },
  };
}
