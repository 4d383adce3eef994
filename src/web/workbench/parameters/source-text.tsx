import { DemoMark } from '../../ui/demo-mark.tsx';
import { Unsourced } from '../../ui/page-head.tsx';
import { hukouWord, type ListedValue } from './parameter-list.ts';

/** The figure itself, or 缺来源; the kind of household it is for; 演示值 where it stands in for one. */
export function ValueText({ value, strong = false }: { value: ListedValue; strong?: boolean }) {
  if (value.is === 'gap') return <Unsourced>缺来源</Unsourced>;
  const text = strong ? <b>{value.text}</b> : value.text;
  return <>{hukouWord(value.hukouKind) === '' ? null : <span className="quiet">{hukouWord(value.hukouKind)} </span>}<span className="nowrap">{text}</span>{value.demo ? <> <DemoMark /></> : null}</>;
}

/** Where it stands written: the document and its number, or 文号未录入; for a gap, why we do not have it. */
export function SourceText({ value }: { value: ListedValue }) {
  if (value.is === 'gap') return <>{value.reason}</>;
  if (value.demo) return <>没有文件依据，只为演示</>;
  const { title, number, readIn } = value.document;
  return <>《{title}》{number === null ? <Unsourced>文号未录入</Unsourced> : number}{readIn === undefined ? null : <span className="quiet">　见{readIn}</span>}</>;
}
