import { ASKED_ROLES, goesToDepartment, idOf, isRestricted, markOf, type Place } from './marked-city.ts';

/** A post as the oracle judges it. */
export interface Reader { readonly role: string; readonly at: Place; readonly area: ReadonlySet<number>; readonly above: ReadonlySet<number>; /** The department the post works for. */ readonly department: boolean }
export type Sees = (row: Place, reader: Reader) => boolean;

interface Door {
  /** What is asked: once, or of the row of every place. */
  readonly ask?: object | readonly object[];
  readonly each?: (row: Place) => object;
  /** Whose rows may and must be shown. Nothing said: those of the area. */
  readonly sees?: Sees;
  /** Where the answer is a number of rows. */
  readonly count?: (answer: never) => number;
  /** Where an answer bears no mark: that it was given at all. */
  readonly opens?: (answer: never) => boolean;
}

const inArea: Sees = (row, { area }) => area.has(row.id);
const own: Sees = (row, { at, area }) => row.id === at.id && area.has(row.id);
const asked = (sees: Sees): Sees => (row, reader) => ASKED_ROLES.includes(reader.role) && sees(row, reader);
const complaints: Sees = (row, reader) => inArea(row, reader) && (!isRestricted(row.id) || reader.role === 'supervisor');
/** A need handed to the town is seen by the window and the town; one handed to a department by the window and that department. */
const handovers: Sees = (row, reader) => inArea(row, reader) || (goesToDepartment(row.id) && reader.department);
/** Registers are read by the roles of the line and its readers, in their area. */
const KEEPERS = ['elderly-care-clerk', 'town-clerk', 'village-clerk', 'system'];
const READERS = [...KEEPERS, 'auditor', 'statistician', 'supervisor', 'town-lead', 'approver'];
const registers: Sees = (row, reader) => READERS.includes(reader.role) && inArea(row, reader);
const kept: Sees = (row, reader) => KEEPERS.includes(reader.role) && inArea(row, reader);
const CENTRES = { register: 'home-care-centre' };
const rollHeads: Sees = (row, reader) => inArea(row, reader) || reader.above.has(row.id);
const opened = (): boolean => true;
const day = '2014-11-03';
const figure = { id: 'subsistence-allowance.registered-households', day };
const total = (answer: { count: number }): number => answer.count;

/** Every door that answers with rows, how it is asked here, and whose rows it may show. */
export const doors: Readonly<Record<string, Door>> = {
  'supervision.count-notes': { count: total },
  // a limit is watched by whoever sees the case or the need it runs for
  'supervision.export-clocks': { sees: handovers },
  'supervision.list-clocks': { sees: handovers },
  'supervision.list-notes': {},
  'single-window.count-waiting': { sees: (row, reader) => (goesToDepartment(row.id) ? reader.department : own(row, reader)), count: total },
  'single-window.export-handovers': { sees: handovers },
  'single-window.get-application': { each: (row) => ({ handover: idOf(row.id) }), sees: (row, reader) => inArea(row, reader) && !goesToDepartment(row.id) },
  'single-window.get-handover': { each: (row) => ({ handover: idOf(row.id) }), sees: handovers },
  'single-window.get-intake': { each: (row) => ({ intake: idOf(row.id) }) },
  'single-window.get-statistics': { ask: { from: '2014-01-01', to: '2015-01-01' }, sees: handovers },
  'single-window.list-department-posts': {},
  'single-window.list-handovers': { ask: [{}, { side: 'all', only: 'all' }, { find: '※' }], sees: handovers },
  'single-window.list-intakes': {},
  'subsistence-allowance.list-imports': {},
  'subsistence-allowance.list-job-offers': { each: (row) => ({ household: idOf(row.id) }) },
  'subsistence-allowance.list-relative-filings': { sees: (row, reader) => inArea(row, reader) && (row.id === reader.at.id || reader.role === 'approver' || reader.role === 'auditor') },
  'access.get-account': { each: (row) => ({ account: idOf(row.id) }) },
  'access.get-portal-account': { each: (row) => ({ person: idOf(row.id) }), opens: opened },
  'access.list-accounts': { ask: { limit: 5000 } },
  'access.list-deputies': {},
  'access.list-sign-ins': {},
  'audit.list-readings': { ask: { who: '※' } },
  'benefits.get-grant-facts': { each: (row) => ({ grant: idOf(row.id) }), opens: opened },
  'benefits.get-grant': { each: (row) => ({ grant: idOf(row.id) }) },
  'benefits.get-recovery': { each: (row) => ({ grant: idOf(row.id) }) },
  'bulk.get-run': { each: (row) => ({ run: idOf(row.id) }) },
  'bulk.list-runs': { sees: own },
  'casework.count-tasks': { sees: asked(own), count: total },
  'casework.get-case': { each: (row) => ({ caseId: idOf(row.id) }) },
  'casework.get-change-form': { each: (row) => ({ grant: idOf(row.id) }) },
  'casework.get-facts-form': { each: (row) => ({ caseId: idOf(row.id) }), opens: opened },
  'casework.get-grant-form': { each: (row) => ({ grantId: idOf(row.id), kind: 'stop' }), opens: opened },
  'casework.get-next-task': { sees: asked(own) },
  'casework.get-originals': { each: (row) => ({ caseId: idOf(row.id), purpose: 'file-original' }) },
  'casework.list-cases': { ask: [{}, { find: '※' }] },
  'casework.list-tasks': { sees: asked(own) },
  'casework.list-transfers': { each: (row) => ({ caseId: idOf(row.id) }) },
  'complaints.count-complaints': { sees: complaints, count: total },
  'complaints.get-complaint': { each: (row) => ({ complaintId: idOf(row.id) }), sees: complaints },
  'complaints.list-complaints': { sees: complaints },
  'complaints.show-reporter': { each: (row) => ({ complaintId: idOf(row.id), purpose: 'ask-reporter' }), sees: complaints },
  'dishonesty.list-records': {},
  'dishonesty.warn-case': { each: (row) => ({ caseId: idOf(row.id) }) },
  'dossier.get-file': { each: (row) => ({ household: idOf(row.id), year: 2014 }) },
  'dossier.get-papers': { each: (row) => ({ caseId: idOf(row.id) }) },
  'dossier.get-years': { each: (row) => ({ household: idOf(row.id) }), opens: (years: readonly number[]) => years.length > 0 },
  'dossier.list-files': { ask: { year: 2014, view: 'all' } },
  'errands.count-errands': { sees: asked(inArea), count: total },
  'errands.list-errands': {},
  'mandates.list-mandates': { ask: [{ view: 'all' }, { view: 'all', find: '※' }] },
  'own-data.get-request': { each: (row) => ({ requestId: idOf(row.id) }) },
  'payroll.get-bank-file': { each: (row) => ({ roll: idOf(row.id), purpose: 'hand-to-bank' }) },
  'payroll.get-line': { each: (row) => ({ line: idOf(row.id) }) },
  'payroll.list-household-payments': { each: (row) => ({ household: idOf(row.id) }) },
  'payroll.list-lines': { each: (row) => ({ roll: idOf(row.id), view: 'all' }) },
  'payroll.print-roll': { each: (row) => ({ roll: idOf(row.id) }) },
  // the head of a roll is seen by the offices under the one that drew it: their own lines stand in it
  'payroll.list-rolls': { sees: rollHeads },
  'payroll.get-roll': { each: (row) => ({ roll: idOf(row.id) }), sees: rollHeads },
  'payroll.export-roll': { each: (row) => ({ roll: idOf(row.id) }), sees: rollHeads },
  'recognitions.get-certificate': { each: (row) => ({ recognition: idOf(row.id) }) },
  'recognitions.list-of-household': { each: (row) => ({ household: idOf(row.id) }) },
  'recognitions.list-recognitions': { ask: [{}, { text: '※' }] },
  'household.get-household': { each: (row) => ({ household: idOf(row.id) }) },
  'household.list-changes': { each: (row) => ({ household: idOf(row.id) }) },
  'household.list-households': {},
  'person.get-person': { each: (row) => ({ person: idOf(row.id) }) },
  'person.list-people': {},
  'person.show-document': { each: (row) => ({ person: idOf(row.id), document: idOf(row.id), purpose: 'check-document' }) },
  'search.suggest': { each: (row) => ({ text: markOf(row.id) }) },
  'records.get-declaration': { each: (row) => ({ register: `own-${row.id}` }) },
  'records.list-declarations': {},
  'records.due': { each: (row) => ({ ...CENTRES, division: row.id }), sees: registers },
  'records.entries': { each: (row) => ({ ...CENTRES, record: idOf(row.id), sub: 'services-month' }), sees: registers },
  'records.get': { each: (row) => ({ ...CENTRES, record: idOf(row.id) }), sees: registers },
  'records.list': { each: (row) => ({ ...CENTRES, division: row.id }), sees: registers },
  'records.points': { each: () => CENTRES, sees: registers },
  'records.show-secret': { each: (row) => ({ ...CENTRES, record: idOf(row.id), field: 'contactPhone', purpose: 'other', more: '测试' }), sees: kept },
  'records.suggest': { each: (row) => ({ ...CENTRES, text: markOf(row.id) }), sees: registers },
  'repricing.list-runs': {},
  'repricing.get-progress': { each: (row) => ({ run: idOf(row.id) }), opens: opened },
  'reviews.get-for-household': { each: (row) => ({ household: idOf(row.id) }) },
  'reviews.list': { ask: { view: 'coming' } },
  'sampling.list-draws': {},
  'service.count-unserved': { count: total },
  'service.get-paper': { each: (row) => ({ caseId: idOf(row.id) }) },
  'service.list-unserved': {},
  'statistics.export-rows': { ask: figure },
  'statistics.get-figure': { ask: figure, count: (answer: { all: { value: number } }) => answer.all.value },
  'statistics.get-frozen': { each: (row) => ({ id: idOf(row.id) }) },
  'statistics.list-frozen': {},
  'statistics.list-rows': { ask: figure },
};

/** Files taken away: asked like the lists they are made of. */
export const files: Readonly<Record<string, Door>> = {
  'access.list-accounts': { ask: { limit: 5000 } },
  'access.list-sign-ins': {},
  'audit.list-readings': { ask: { who: '※' } },
  'bulk.get-run': { each: (row) => ({ run: idOf(row.id) }) },
  'subsistence-allowance.list-relative-filings': doors['subsistence-allowance.list-relative-filings'] ?? {},
  'casework.list-cases': {},
  'casework.list-tasks': { sees: asked(own) },
  'dossier.bundle': { each: (row) => ({ year: 2014, households: [idOf(row.id)] }), opens: opened },
  'dossier.list-files': { ask: { year: 2014, view: 'all' } },
  'payroll.list-lines': { each: (row) => ({ roll: idOf(row.id), view: 'all' }) },
  'records.due': { each: (row) => ({ ...CENTRES, division: row.id }), sees: registers },
  'records.entries': { each: (row) => ({ ...CENTRES, record: idOf(row.id), sub: 'services-month' }), sees: registers },
  'records.list': { each: (row) => ({ ...CENTRES, division: row.id }), sees: registers },
  'recognitions.list-recognitions': {},
  'household.list-households': {},
  'person.list-people': {},
  'reviews.list': { ask: { view: 'coming' } },
  'sampling.list-draws': {},
  'complaints.list-complaints': { sees: complaints },
  'dishonesty.list-records': {},
  'errands.list-errands': {},
  'service.list-unserved': {},
};

/** What a resident is shown: the own rows, asked for by whoever they belong to and by everybody else. */
export const residentDoors: Readonly<Record<string, Door>> = {
  'single-window.my-intakes': {},
  'benefits.my-grants': {},
  'casework.my-case': { each: (row) => ({ caseId: idOf(row.id) }) },
  'casework.my-cases': {},
  'casework.get-change-form': { each: (row) => ({ grant: idOf(row.id) }) },
  'dishonesty.list-records': {},
  'inbox.my-messages': {},
  'mandates.my-mandates': {},
  'own-data.my-data': {},
  'recognitions.get-certificate': { each: (row) => ({ recognition: idOf(row.id) }) },
  'recognitions.my-recognitions': {},
  'service.get-paper': { each: (row) => ({ caseId: idOf(row.id) }) },
};

/** Doors that are not compared, each with the reason. A new door stands above or here, or the test fails. */
export const exceptions: Readonly<Record<string, string>> = {
  'audit.list-runs': '只给审计：核验了多少、哪里不符，不说人',
  'access.get-second-factor': '只说自己的动态验证码绑了没有',
  'access.show-new-second-factor': '只给本人看还没有绑定的密钥：second-factor 的验收测试',
  'access.my-account': '只有本人的账号、登录和密码的期限；别人的见 accounts 的验收测试',
  'single-window.follow': '凭编号和回执码查，只说进度，不说人',
  'complaints.follow': '凭编号和查询码查，只说进度，不说人',
  'service.verify-paper': '凭文号和验证码验真，不说人',
  'recognitions.verify': '凭编号和验证码验真，只说证上有的',
  'single-window.get-choices': '难处和去处的声明，没有谁的行',
  'single-window.list-windows': '救助窗口的地址电话，向社会公布',
  'single-window.my-window': '自己镇街的窗口：地址电话，向社会公布',
  'benefits.check-eligibility': '只用当场填的情况算，不读任何人的行',
  'benefits.list-remedies': '救济途径的声明，没有谁的行',
  'benefits.what-can-i-get': '事项的声明；本人的情况由 benefits.my-grants 比对',
  'bulk.offer': '只答可以一起办的步骤和件数，辖区外的件不算；见 bulk 的验收测试',
  'records.guess-declaration': '读的是来人自己的表，按列猜类型；镇街村居只在本人辖区里认',
  'records.try-declaration': '试的是交来的设计和贴来的行；已有的行照 records.list 的行规则读，见 own-register 的验收测试',
  'records.declaration-file (file)': '一份设计的声明，没有谁的行；按 records.get-declaration 同一条行规则取',
  'senior-learning.get-course': '一门课的名单，与 records.entries 同一张表、同一条行规则；看不到的课一律“没有找到”，见 registers/lines/matters-beside-registers 的验收测试',
  'peer-support.propose': '同上：老人和助老员两个台账的行规则',
  'peer-support.get-helper': '同上：助老员台账的行规则',
  'temporary-child-care.get-search': '同上：儿童入托台账的行规则',
  'records.count': '只有数，与 records.list 同一张表、同一条行规则',
  'facility-layout.measure': '由地块、测算点、敬老院、缺口四个台账算出，各照 records.list 同一条行规则；见 S059 的验收测试',
  'records.missing': '只有没有记录的区划；有没有按 records.list 同一条行规则',
  'records.version': '一条记录的一段，与 records.get 同一张表、同一条行规则',
  'records.describe': '台账的声明，没有谁的行',
  'records.locate': '只答一条记录在哪个台账；看不到的一律“没有找到”，与 records.get 同一条行规则',
  'community-worker-training.hours-a-person': '培训的签到，与 records.entries 同一张表、同一条行规则；见 registers/lines/grassroots-governance 的验收测试',
  'records.of-person': '居家养老服务中心不属于个人；各台账里这个人的行，与 records.list 同一条行规则',
  'records.registers': '台账的声明和辖区内的件数，与 records.list 同一条行规则',
  'records.read-sheet': '读的是来人自己的表；台账里的行不答',
  'records.try-import': '读的是来人自己的表；台账里的只答相同的那一条的编号，与 records.list 同一条行规则，见 registers/import 的验收测试',
  'records.imports': '导入的经过按下单的办公室，见 registers/import 的验收测试',
  'records.bad-rows (file)': '来人自己的表里没有写的行，见 registers/import 的验收测试',
  'records.template (file)': '空白的表，没有谁的行',
  'special-care-social-work.get-survey': '只给优抚双拥经办和审计，种的是养老的台账；调查的行与 records.list 同一条行规则，见 registers/lines/special-care 的验收测试',
  'records.targets': '目标数和统计数，按 statistics.get-figure 同一算法',
  'views.list': '存的是筛选条件，没有谁的行；本人和本单位的见 views 的验收测试',
  'drafts.get': '没写完的表只有写的岗位自己读得到，见 drafts 的验收测试',
  'casework.list-forms': '表的声明，没有谁的行',
  'casework.get-application-form': '表的声明，没有谁的行',
  'casework.my-transfers': '只有办成不符合、能转办的本人的件才出一行：recognition 的验收测试证明旁人看不到、转不了',
  'publication.list-places (file)': '长期公布的户数，人人可看',
  'casework.list-procedures': '程序的声明，没有谁的行',
  'casework.get-draft': '草稿按账号存取，只有本账号的（casework 自己的测试）',
  'division.find': '区划公开',
  'division.list-children': '区划公开',
  'items.export-items': '事项目录公开',
  'items.get-item': '事项目录公开',
  'items.list-items': '事项目录公开',
  'items.list-proposals': '等复核的事项变动，和目录一样没有谁的行',
  'jobs.list-jobs': '全市后台作业的种类和状态，只给系统管理；不含人员',
  'operations.get-status': '进程、队列、封存、备份和核验的数目与时刻，只给系统管理；不含人员',
  'ledger.check': '只有合计和对不上的行，按辖区求和；有账的比对在 ledger 的测试',
  'notices.get-public': '公示，人人可看',
  'notices.list-public': '公示，人人可看',
  'policy.export-standards': '公布的标准',
  'policy.list-parameters': '公布的标准和依据文件',
  'policy.list-standards': '公布的标准',
  'publication.get-published': '长期公布，人人可看；全名只给本村岗位（publication 的测试）',
  'publication.list-places': '长期公布的户数，人人可看',
  'payroll.get-drawing': '编制进度：辖区内行数，无人员',
  'payroll.redraw': '只有指纹和对不上的行，按辖区求出；见 payroll 的测试',
  'dossier.get-rates': '各镇街的齐全率，按 dossier.list-files 同一查询求出',
  'repricing.get-example': '要有真的提案才算得出；行按辖区，见 repricing 的测试',
  'repricing.get-proposal': '标准的提案全市公开可看；各户的结果按辖区，见 repricing 的测试',
  'retention.list-due': '只有全市到期的件数，给系统管理、审计和监督；不含人员',
  'reviews.count': '只有未动的复核才数；种的是别的办件，件数由 reviews.list 比对',
  'statistics.get-public-figure': '公开统计数，小数目不公开',
  'statistics.list-catalogue': '统计数与报告数对照，按 statistics.get-figure 同一算法',
  'statistics.list-indicators': '指标的声明，没有谁的行',
  'subsistence-allowance.get-bad-rows': '读一份存着的工作簿：文件按辖区，见导入的测试',
  'subsistence-allowance.get-arrival': '要有真的数据文件才读得出；外辖区的读不到，见 move-between-cities 的验收测试',
  'subsistence-allowance.get-move-certificate': '要有真的迁出决定才有；外辖区的读不到，见 move-between-cities 的验收测试',
  'subsistence-allowance.read-transfer': '读一份存着的数据文件：文件按辖区，见 move-between-cities 的验收测试',
  'subsistence-allowance.transfer-file (file)': '要有真的迁出决定才有；外辖区的取不走，见 move-between-cities 的验收测试',
  'subsistence-allowance.preview-roster': '读一份存着的工作簿：文件按辖区，见导入的测试',
  'notices.list-public (file)': '公示，人人可看',
  'policy.list-parameters (file)': '公布的标准和依据文件',
};
