import { useState } from 'react';
import { useApiCommand } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { RollAnswer, RollFinding } from './roll-answer.ts';

interface Asked { readonly finding: RollFinding; readonly action: 'hold' | 'pay' }

/** What the check found: each is held or paid all the same, with a reason; what must be held cannot be paid. */
export function RollFindings({ roll, title, onLine }: { roll: RollAnswer; title: string; onLine: (line: number) => void }) {
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const resolve = useApiCommand('payroll.resolve-finding');
  const may = roll.steps.includes('resolve');
  if (roll.findings.length === 0) return null;
  const close = () => { setAsked(undefined); resolve.clear(); };
  const send = async (reason: string) => {
    if (asked !== undefined && (await resolve.run({ roll: roll.id, version: roll.version, finding: asked.finding.id, action: asked.action, reason })) !== undefined) close();
  };
  return (
    <Section title={`${title}检查出 ${roll.findings.length} 条${roll.openFindings > 0 ? `，还有 ${roll.openFindings} 条要处理` : '，都处理了'}`}>
      <ul className="findings">
        {roll.findings.map((one) => (
          <li key={one.id}>
            <p><b>{one.title}</b>　<button type="button" className="link plain" onClick={() => onLine(one.line)}>{one.head}</button> <span className="quiet"><Money fen={one.fen} unit /></span><br /><span className="note">{one.detail}</span></p>
            <Answer one={one} may={may} onAsk={(action) => setAsked({ finding: one, action })} />
          </li>
        ))}
      </ul>
      <ReasonDialog open={asked !== undefined} title={asked?.action === 'pay' ? '照发，写明理由' : '暂缓，写明理由'} label={asked?.action === 'pay' ? '为什么可以照发' : '为什么暂缓'} submit={asked?.action === 'pay' ? '照发' : '暂缓'}
        suggestions={asked?.action === 'pay' ? ['已电话核实，情况不变', '已核对原件'] : ['等镇街核实', '等更正账号']} busy={resolve.busy} problem={resolve.problem} onClose={close} onSubmit={(reason) => void send(reason)}
        what={asked === undefined ? null : <p><b>{asked.finding.head}</b>，<Money fen={asked.finding.fen} unit />。{asked.finding.detail}。{asked.action === 'hold' ? '暂缓的户不送银行，改好以后随补发或下月发。' : '照发的户和别的户一样送银行。'}</p>} />
    </Section>
  );
}

function Answer({ one, may, onAsk }: { one: RollFinding; may: boolean; onAsk: (action: 'hold' | 'pay') => void }) {
  if (one.resolution !== null) return <p className="done"><State kind={one.resolution.action === 'hold' ? 'held' : 'done'}>{one.resolution.action === 'hold' ? '暂缓' : '照发'}</State><br /><span className="note">{one.resolution.reason}，{one.resolution.by}</span></p>;
  if (one.held) return <State kind="held">这一户已暂缓</State>;
  if (!may) return <State kind="wait">还没处理</State>;
  return (
    <div className="acts">
      <Button onPress={() => onAsk('hold')}>暂缓</Button>
      {one.mustHold ? <span className="note">不能照发</span> : <Button onPress={() => onAsk('pay')}>照发</Button>}
    </div>
  );
}
