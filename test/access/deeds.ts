import { idOf, type Place } from './marked-city.ts';

const CENTRES = { register: 'home-care-centre' };
const seen = (place: Place): object => ({ record: idOf(place.id), seen: idOf(place.id) });

/** A register as a bureau makes one. */
const DESIGN = { title: '试', unit: '条', purpose: '试', name: 'f1', fields: [{ key: 'f1', title: '名称', kind: 'text' }], states: { s1: { title: '在册' } }, keepers: ['town-clerk'] };

/** Words of commands whose input a drawing from the schema seldom hits: sent beside what is drawn, about the rows of a place. */
export const deeds: Readonly<Record<string, (place: Place) => object>> = {
  'access.open-account': (place) => ({ login: `clerk${place.id}`, name: '某人', posts: [{ role: 'town-clerk', division: place.id, from: '2014-11-03' }], reason: '测试' }),
  'access.open-portal-account': (place) => ({ person: idOf(place.id), login: `resident${place.id}` }),
  'access.reset-password': (place) => ({ account: idOf(place.id), reason: '测试' }),
  'bulk.start': (place) => ({ work: 'casework.take-step', what: 'accept', rows: [{ id: idOf(place.id) }], data: { complete: true, relativeOfStaff: false } }),
  'casework.report-change': (place) => ({ grant: idOf(place.id), values: { kind: 'income' } }),
  'casework.preview-change': (place) => ({ grant: idOf(place.id), values: { kind: 'income' } }),
  'person.correct-person': (place) => ({ person: idOf(place.id), seen: idOf(place.id), reason: '测试', changes: { name: '某人' } }),
  'payroll.draw-up': () => ({ benefit: 'subsistence-allowance', month: '2014-11' }),
  'payroll.draw-piece': (place) => ({ roll: idOf(place.id), after: null }),
  'reviews.postpone': (place) => ({ grants: [idOf(place.id)], to: '2015-01', reason: '测试' }),
  'views.save': () => ({ list: 'casework.list-cases', name: '试', asked: { open: true } }),
  'single-window.take-in': (place) => ({ values: { how: 'window', name: '某人', division: place.code, trouble: '测试' }, needs: ['schooling'] }),
  'records.open': (place) => ({ ...CENTRES, division: place.id, openedOn: '2014-10-01', values: { name: `新${place.id}`, level: 'ordinary' } }),
  'records.change': (place) => ({ ...CENTRES, ...seen(place), from: '2014-11-03', values: { name: '改名' }, reason: '测试' }),
  'records.correct': (place) => ({ ...CENTRES, ...seen(place), at: idOf(place.id), values: { name: '改名' }, reason: '测试' }),
  'records.set-state': (place) => ({ ...CENTRES, ...seen(place), state: 'suspended', on: '2014-11-03' }),
  'records.move': (place) => ({ ...CENTRES, ...seen(place), division: place.id, on: '2014-11-03', reason: '测试' }),
  'records.take-back': (place) => ({ ...CENTRES, ...seen(place), reason: '测试' }),
  'records.add-entry': (place) => ({ ...CENTRES, record: idOf(place.id), sub: 'services-month', day: '2014-10-31', values: { clients: 1, visits: 2 } }),
  'records.correct-entry': (place) => ({ ...CENTRES, entry: idOf(place.id), sub: 'services-month', day: '2014-10-30', values: { clients: 1, visits: 2 }, reason: '测试' }),
  'records.take-back-entry': (place) => ({ ...CENTRES, entry: idOf(place.id), sub: 'services-month', reason: '测试' }),
  'records.judge-twin': (place) => ({ ...CENTRES, record: idOf(place.id), other: idOf(place.id) + 1, same: false, reason: '测试' }),
  'records.save-declaration': (place) => ({ register: `own-${place.id}`, seen: idOf(place.id), declaration: DESIGN }),
  'records.publish-declaration': (place) => ({ register: `own-${place.id}`, seen: idOf(place.id) }),
  'records.withdraw-declaration': (place) => ({ register: `own-${place.id}`, seen: idOf(place.id), reason: '测试' }),
  'records.finish-declaration': (place) => ({ register: `own-${place.id}`, step: idOf(place.id) }),
  'records.import-declaration': () => ({ file: 'title: 试' }),
  'records.import': (place) => ({ ...CENTRES, source: { pasted: `名称\t级别\n新${place.id}\tordinary\n` }, plan: { columns: { 0: 'name', 1: 'level' }, division: place.id, openedOn: '2014-10-01', state: 'open', present: 'skip' }, expect: 1 }),
  'records.set-target': (place) => ({ ...CENTRES, target: 'centres', year: 2015, division: place.id, planned: 3, document: '测试' }),
  'statistics.freeze-figure': () => ({ id: 'subsistence-allowance.registered-households', day: '2014-11-03', note: '测试' }),
};

/** Commands whose handler no try reaches here, each with the reason. */
export const unreached: Readonly<Record<string, string>> = {
  'access.register-resident': '居民自己注册，只写自己的账号，没有谁的行',
  'bulk.go': '只有下单的岗位自己说得办，别的岗位一律“没有找到”，见 bulk 的验收测试',
  'bulk.stop': '同上',
  'views.remove': '视图只有存的岗位删得掉，没有谁的行，见 views 的验收测试',
  'casework.preview-change': '填变化的表要有真的申报情况，见 change 的验收测试',
  'casework.report-change': '同上：没有办成时旁人的待遇一律“没有找到”（下面的居民一节）',
  'items.propose-change': '事项目录没有谁的行',
  'jobs.retry': '后台作业没有辖区，只给系统管理',
  'policy.sign-value': '标准的提案按区划代码管，没有辖区列；policy 的测试证明外辖区的不能签',
  'repricing.preview': '同上，见 repricing 的测试',
  'special-care-social-work.draw-sample': '种的是养老的台账，没有调查可抽；与 records.set-state 同一个 loadRecord，见 registers/lines/special-care 的验收测试',
  'special-care-social-work.record-answer': '同上：与 records.correct-entry 同一个 loadEntry',
  'special-care-social-work.record-follow-up': '同上',
  'senior-learning.enrol': '课要在老有所学台账里：辖区外的一律“没有找到”，见 registers/lines/matters-beside-registers 的验收测试',
  'senior-learning.give-up': '同上',
  'senior-learning.move-up': '同上',
  'senior-learning.take-attendance': '同上',
  'senior-learning.complete': '同上',
  'senior-learning.verify-attendance': '同上',
  'senior-learning.take-back-verification': '同上',
  'peer-support.propose-pair': '结对、助老员要在台账里：辖区外的一律“没有找到”，见 registers/lines/matters-beside-registers 的验收测试',
  'peer-support.agree': '同上',
  'peer-support.log-visit': '同上',
  'temporary-child-care.record-step': '入托要在台账里：辖区外的一律“没有找到”，见 registers/lines/matters-beside-registers 的验收测试',
  'single-window.register-windows': '救助窗口的一览表，填全才到得了办理，见 single-window 的验收测试',
  'single-window.take-in': '登记表要填全才到得了办理，见 single-window 的验收测试',
};
