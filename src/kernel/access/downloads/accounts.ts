import { exportList } from '../../documents/export-list.ts';
import listAccounts from '../queries/list-accounts.ts';

const STATES = { 'in-use': '在用', 'never-used': '还没登录过', 'dormant': '停着没用', 'locked': '锁定', 'disabled': '停用' } as const;
const shanghai = (at: string | null): string | null => (at === null ? null : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));

/** 账号与岗位 as a workbook: a line an account, its posts in one cell. */
export default exportList({
  query: listAccounts, title: '账号与岗位', page: { limit: 5000 }, rows: (answer) => answer.accounts, filter: (_tx, input) => [input.find ?? '', input.state === undefined ? '全部状态' : STATES[input.state]].filter(Boolean),
  columns: [
    { title: '姓名', width: 12, cell: (row) => row.name }, { title: '账号', width: 18, cell: (row) => row.login }, { title: '状态', width: 12, cell: (row) => STATES[row.state] },
    { title: '岗位', width: 44, cell: (row) => row.posts.map((post) => `${post.division}${post.roleTitle}（${post.from}起${post.to === null ? '' : `，${post.to}止`}${post.actingFor === null ? '' : `，代${post.actingFor}`}）`).join('；') },
    { title: '开通', width: 17, cell: (row) => shanghai(row.openedAt) }, { title: '最近登录', width: 17, cell: (row) => shanghai(row.lastSignIn) }, { title: '几天没用', kind: 'number', width: 10, cell: (row) => row.idleDays },
  ],
  next: (answer, input) => (input.skip + input.limit < answer.total ? { ...input, skip: input.skip + input.limit } : undefined),
});
