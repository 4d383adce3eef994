import { useState } from 'react';
import { query, useAsk } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Section } from '../../ui/page-head.tsx';
import { State } from '../../ui/state.tsx';
import type { Redrawn, RollAnswer } from './roll-answer.ts';

const grouped = (hash: string): string => (hash.match(/.{1,4}/g) ?? []).join(' ');

/** 本册指纹, and the proof of it: the roll drawn once more from what was known then must give the same. */
export function RollRedraw({ roll, may, title }: { roll: RollAnswer; may: boolean; title: string }) {
  const [redrawn, setRedrawn] = useState<Redrawn | undefined>(undefined);
  const { busy, problem, ask } = useAsk();
  if (roll.fingerprint === null) return null;
  const again = () => ask(async () => {
    setRedrawn(await query<Redrawn>('payroll.redraw', { roll: roll.id }));
  });
  return (
    <Section title={`${title}本册指纹`}>
      <p className="hash">{roll.fingerprint}</p>
      <p className="note">按编制时知道的情况重新编一遍，每一户、每一分都相同，指纹才会相同。</p>
      {may ? <div className="acts"><Button busy={busy} onPress={() => void again()}>{busy ? '正在重新编制…' : '重新编制核对'}</Button></div> : null}
      <ErrorNote problem={problem} />
      {redrawn === undefined ? null : (
        <output>
          <State kind={redrawn.identical ? 'done' : 'over'}>{redrawn.identical ? '重新编制，指纹相同' : `指纹不同，${redrawn.differing.length} 户有出入`}</State>
          <dl className="two-hash note"><dt>编制时</dt><dd className="hash" data-hash="drawn">{grouped(redrawn.drawn)}</dd><dt>现在留着的</dt><dd className="hash" data-hash="kept">{grouped(redrawn.kept)}</dd><dt>重新编的</dt><dd className="hash" data-hash="again">{grouped(redrawn.again)}</dd></dl>
          {redrawn.differing.length === 0 ? null : <p className="law-ink">有出入的户：{redrawn.differing.join('、')}</p>}
        </output>
      )}
    </Section>
  );
}
