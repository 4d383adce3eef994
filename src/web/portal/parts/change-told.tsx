import type { ChangePreview, PreviewSide } from '../../../kernel/casework/preview-change.ts';
import { Money } from '../../ui/money.tsx';
import { Sum } from '../../ui/sum.tsx';
import { readWorking } from './read-working.ts';

/** What a reported change would lead to, in plain words. Never a promise. */
export function ChangeTold({ preview }: { preview: ChangePreview }) {
  const more = preview.months.reduce((sum, one) => sum + one.after - one.before, 0);
  return (
    <div className="change-told">
      {preview.conflicts.length === 0 ? null : <div className="error-note" role="alert"><p className="what">网上还交不了：</p><ul>{preview.conflicts.map((line) => <li key={line}>{line}</li>)}</ul></div>}
      {preview.sides.map((side) => <Side key={side.title} side={side} many={preview.sides.length > 1} />)}
      {preview.from === null ? <p>从哪个月起改，要问窗口。</p> : <p>我们核实、决定以后，从下个月起按新的数发。今天决定的话，是 <b>{Number(preview.from.slice(0, 4))}年{Number(preview.from.slice(5))}月</b>。</p>}
      {more === 0 ? null : more > 0 ? <p>以前少发的 <b><Money fen={more} unit /></b>，会补给您。</p> : <p>以前多发的 <b><Money fen={-more} unit /></b>，以后会分几个月慢慢扣，先和您商量。</p>}
      {preview.notes.length === 0 ? null : <p className="note">您家还要补一些情况，窗口会告诉您。</p>}
      <p className="note">这是先算的数，不是决定。早报、如实报，钱就不会发错。</p>
    </div>
  );
}

function Side({ side, many }: { side: PreviewSide; many: boolean }) {
  const { assessment } = side;
  const { rows } = readWorking(assessment?.working ?? []);
  return (
    <section>
      {many ? <h2>{side.title}</h2> : null}
      <p className="lead">原来 {side.before.length} 口人，每月 <Money fen={side.beforeFen} unit />。{assessment === null ? '以后这一户没有人了，不再发。' : assessment.outcome === 'granted' ? <>以后算 {side.after.length} 口人，大约每月 <b><Money fen={assessment.fen} unit /></b>。</>
        : assessment.outcome === 'refused' ? '照您说的，收入够了最低数。我们会当面问清，按规定可以再发几个月的，会照发。' : '还缺一些情况，现在算不出。'}</p>
      {assessment?.outcome === 'granted' && rows.length > 0 ? <><h3>怎么算的</h3><Sum rows={rows} caption="怎么算的" /></> : null}
    </section>
  );
}
