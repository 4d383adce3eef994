import './records.css';
import type { ReactNode } from 'react';
import type { RegisterFace } from '../../../kernel/records/face.ts';
import { A } from '../../ui/link.tsx';
import { PageHead } from '../../ui/page-head.tsx';

export type RegisterView = 'list' | 'figures' | 'map' | 'import';

/** The head of every page of a register, and the strip from one to the next. */
export function RegisterHead({ face, view, lead, children }: { face: RegisterFace; view: RegisterView; lead?: ReactNode; children?: ReactNode }) {
  const base = `/registers/${face.id}`;
  const hasPlace = face.fields.some((field) => field.kind === 'place');
  const views: readonly (readonly [RegisterView, string, string])[] = [
    ['list', '名册', base], ['figures', '统计', `${base}/figures`], ...(hasPlace ? [['map', '地图', `${base}/map`] as const] : []), ...(face.keeps ? [['import', '导入', `${base}/import`] as const] : []),
  ];
  return (
    <>
      <PageHead over={<><A className="plain" href="/registers">台账</A>，{face.line.title}</>} title={face.title} lead={lead ?? face.purpose}>{children}</PageHead>
      <nav className="views noprint" aria-label={`${face.title}的各页`}>{views.map(([id, title, href]) => <A key={id} href={href} aria-current={id === view ? 'page' : undefined}>{title}</A>)}</nav>
    </>
  );
}
