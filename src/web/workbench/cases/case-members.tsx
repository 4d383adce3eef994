import { dayShort } from '../../ui/day-text.ts';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import type { CaseDetail } from './api.ts';

type Member = CaseDetail['members'][number];

export const sexWords = (sex: string | null): string => (sex === 'male' ? '男' : sex === 'female' ? '女' : '未录入');

const columnsOn = (today: string, closed: boolean): readonly Column<Member>[] => [
  { key: 'name', title: '姓名', phone: 'who', nowrap: true, cell: (member) => <span className="filled">{member.name}{member.applicant ? <span className="quiet">（申请人）</span> : null}</span> },
  { key: 'relation', title: '关系', phone: 'what', nowrap: true, cell: (member) => <span className="filled">{member.relation}</span> },
  { key: 'sex', title: '性别', cell: (member) => <span className="filled">{sexWords(member.sex)}</span> },
  { key: 'age', title: '年龄', num: true, phone: 'why', cell: (member) => <span className="filled">{member.age ?? '未录入'}</span> },
  { key: 'number', title: '证件号', nowrap: true, cell: (member) => <span className="filled">{member.number ?? '未录入'}</span> },
  { key: 'signed', title: '授权核对', phone: 'state', nowrap: true, cell: (member) => <Signed member={member} today={today} closed={closed} /> },
];

function Signed({ member, today, closed }: { member: Member; today: string; closed: boolean }) {
  if (member.dead) return <State kind="over">已登记死亡</State>;
  if (member.authorised === null) return <State kind={closed ? 'wait' : 'mine'}>没有签</State>;
  const how = member.authorised.how === 'paper' ? '纸面' : '网上';
  return <State kind="done">{dayShort(member.authorised.on, today)} {how}{member.authorised.representedBy === null ? '' : `，${member.authorised.representedBy}代`}</State>;
}

/** 家庭成员: masked, with who has signed for the check. */
export function CaseMembers({ detail, title }: { detail: CaseDetail; title: string }) {
  const { needed, signed } = detail.authorisations;
  return (
    <Section title={title} note={signed === needed ? '全家都签了核对授权' : `核对授权签了 ${signed} 人，共 ${needed} 人`}>
      <Table caption="家庭成员" columns={columnsOn(detail.today, detail.outcome !== null)} rows={detail.members} rowKey={(member) => member.key} />
    </Section>
  );
}
