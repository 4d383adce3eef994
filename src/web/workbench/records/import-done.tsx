import type { ImportState } from '../../../kernel/contract/register-import.ts';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { useApiQuery } from '../../api-client.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { ImportRuns } from './import-runs.tsx';

const figure = (many: number): string => many.toLocaleString('en-US');

/** An import on its way: how far it is, what was left out and how that comes back, where to go now. */
export function ImportDone({ face, run, rows, onAgain }: { face: RegisterFace; run: number; rows: number; onAgain: () => void }) {
  const read = useApiQuery<readonly ImportState[]>('records.imports', { register: face.id, import: run }, { everyMs: 1500 });
  const now = read.data?.[0];
  const over = now !== undefined && now.state === 'done';
  const left = now === undefined ? 0 : now.bad + now.refused;
  return (
    <>
      <p className="lead" role="status">{over ? <><b>写好了。</b>新登记 {figure(now.opened)} {face.unit}{now.changed === 0 ? '' : `，变更 ${figure(now.changed)}`}。</> : <>正在写 <b>{figure(rows)} 行</b>{now === undefined || now.handled === 0 ? '' : `，写到第 ${figure(now.handled)} 行`}；可以离开这一页。</>}
        {over && left > 0 ? <>还有 <b>{figure(left)} 行</b>有问题没有收：取回来，照最后一列改好，连表头一起复制，回这里贴进来。列不用再对。</> : null}</p>
      <p className="acts">
        <ButtonLink kind="main" href={`/registers/${face.id}`}>看名册</ButtonLink>
        {over && left > 0 ? <ExportButton list="records.bad-rows" single asked={{ register: face.id, import: run }}>{`取回没有收的 ${figure(left)} 行`}</ExportButton> : null}
        <Button onPress={onAgain}>{over && left > 0 ? '贴改好的行' : '再导入一张'}</Button>
        {face.counts.length === 0 ? null : <ButtonLink href={`/registers/${face.id}/figures`}>看统计</ButtonLink>}
      </p>
      <ImportRuns face={face} />
    </>
  );
}
