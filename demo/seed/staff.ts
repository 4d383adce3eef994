import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoStaff } from '../../src/kernel/records/demo-records.ts';

export const DEMO_PASSWORD = 'minzheng-2014';

const domains = join(import.meta.dirname, '../../src/domains');
/** Keepers of each line's registers, as the line declares them. */
const keepers = (await Promise.all(globSync('*/demo-staff.ts', { cwd: domains }).toSorted().map(async (file) => (await import(join(domains, file)) as { staff: readonly DemoStaff[] }).staff))).flat();

/** Invented people of the demo offices: one account a role, with the post it holds. */
export const demoStaff: readonly DemoStaff[] = [
  { city: '442000', login: 'taiping', name: '冯桂好', role: 'village-clerk', division: '442000001016', what: '太平社区经办' },
  { city: '442000', login: 'shiqi', name: '刘志敏', role: 'town-clerk', division: '442000001', what: '石岐区经办' },
  { city: '442000', login: 'shiqi2', name: '钟伟', role: 'town-clerk', division: '442000001', what: '石岐区经办（另一位）' },
  { city: '442000', login: 'shiqi-lead', name: '何国强', role: 'town-lead', division: '442000001', what: '石岐区审核' },
  { city: '442000', login: 'xiaolan', name: '麦少容', role: 'town-clerk', division: '442000100', what: '小榄镇经办' },
  { city: '442000', login: 'xiaolan-lead', name: '梁健', role: 'town-lead', division: '442000100', what: '小榄镇审核' },
  { city: '442000', login: 'approver', name: '谢雅雯', role: 'approver', division: '442000', what: '市民政局审批' },
  { city: '442000', login: 'payroll', name: '梁可欣', role: 'payroll-officer', division: '442000', what: '发放经办' },
  { city: '442000', login: 'payroll-approver', name: '郑建华', role: 'payroll-approver', division: '442000', what: '发放审批' },
  { city: '442000', login: 'finance', name: '黄丽萍', role: 'finance-officer', division: '442000', what: '市财政局确认' },
  { city: '442000', login: 'standards', name: '陈永康', role: 'standards-officer', division: '442000', what: '标准管理' },
  { city: '442000', login: 'standards2', name: '林秋月', role: 'standards-officer', division: '442000', what: '标准复核' },
  { city: '442000', login: 'statistician', name: '吴文杰', role: 'statistician', division: '442000', what: '统计' },
  { city: '442000', login: 'supervisor', name: '方正平', role: 'supervisor', division: '442000', what: '纪检监督' },
  { city: '442000', login: 'auditor', name: '周明', role: 'auditor', division: '442000', what: '审计' },
  { city: '442000', login: 'admin', name: '罗敏仪', role: 'administrator', division: '442000', what: '系统管理' },
  { city: '440100', login: 'yuexiu', name: '岑少华', role: 'town-clerk', division: '440104003', what: '广州市越秀区北京街道经办' },
  { city: '440100', login: 'yuexiu-lead', name: '陆永强', role: 'town-lead', division: '440104003', what: '广州市越秀区北京街道审核' },
  { city: '440100', login: 'yuexiu-approver', name: '邓慧仪', role: 'approver', division: '440104', what: '广州市越秀区民政局，核对、审核确认' },
  { city: '440100', login: 'haizhu', name: '潘丽珊', role: 'town-clerk', division: '440105004', what: '广州市海珠区江南中街道经办' },
  { city: '440100', login: 'haizhu-lead', name: '区志明', role: 'town-lead', division: '440105004', what: '广州市海珠区江南中街道审核' },
  { city: '440100', login: 'haizhu-confirm', name: '招敏玲', role: 'approver', division: '440105004', what: '广州市海珠区江南中街道，确认权下放到镇街（演示）' },
  { city: '440100', login: 'haizhu-approver', name: '简伟雄', role: 'approver', division: '440105', what: '广州市海珠区民政局，信息核对' },
  { city: '440100', login: 'gz-standards', name: '甘少云', role: 'standards-officer', division: '440100', what: '广州市标准管理' },
  { city: '440100', login: 'gz-auditor', name: '温静', role: 'auditor', division: '440100', what: '广州市审计' },
  { city: '440100', login: 'gz-admin', name: '黎国栋', role: 'administrator', division: '440100', what: '广州市系统管理' },
  { city: '442000', login: 'education', name: '关敏华', role: 'department-clerk', division: '442000', what: '市教育局经办，只看得到转给教育局的' },
  { city: '442000', login: 'housing', name: '邓志恒', role: 'department-clerk', division: '442000', what: '市住房和城乡建设局经办' },
  ...keepers,
  { city: '440100', login: 'guangzhou', name: '何穗生', role: 'approver', division: '440100', what: '广州市（看不到中山市）' },
];
