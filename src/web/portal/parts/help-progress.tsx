import { State } from '../../ui/state.tsx';
import { dayWords } from './spoken.ts';

/** What a window's receipt leads to: where each need stands, in plain words. */
export interface HelpAsked {
  readonly number: string; readonly toldOn: string; readonly finished: boolean; readonly open: number;
  readonly lines: readonly { readonly need: string; readonly receiver: string; readonly says: string; readonly done: boolean; readonly sentOn: string; readonly receivedOn: string | null; readonly answeredOn: string | null; readonly due: string | null }[];
}

export function HelpProgress({ progress, today }: { progress: HelpAsked; today: string }) {
  return (
    <section className="mine-part" aria-label={`求助 ${progress.number}`}>
      <h2>{dayWords(progress.toldOn, today)}的求助<span className="note">　编号 {progress.number}</span></h2>
      <p>{progress.finished ? '都有答复了。' : `${progress.lines.length} 样难处，还有 ${progress.open} 样等答复。`}</p>
      <ul className="briefs">
        {progress.lines.map((line) => (
          <li key={line.need + line.receiver}>
            <b>{line.need}</b>
            <State kind={line.done ? 'done' : 'wait'}>{line.says}</State>
            <span className="note">由{line.receiver}办，{dayWords(line.sentOn, today)}转出{line.answeredOn === null ? (line.due === null ? '' : `，最迟 ${dayWords(line.due, today)}答复`) : `，${dayWords(line.answeredOn, today)}答复`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
