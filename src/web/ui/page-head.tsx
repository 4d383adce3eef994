import { useId, type ReactNode } from 'react';

/** The head of a page: what it is, and its state in one sentence with the figures in it. */
export function PageHead({ over, title, lead, children }: { over?: ReactNode; title: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <div>
        {over === undefined ? null : <p className="note">{over}</p>}
        <h1 tabIndex={-1}>{title}</h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
      </div>
      {children === undefined ? null : <div className="acts noprint">{children}</div>}
    </header>
  );
}

/** A part of a sheet: 一、家庭成员, with a small note behind its heading. */
export function Section({ title, note, children }: { title: ReactNode; note?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}{note === undefined ? null : <span className="note">{note}</span>}</h2>
      {children}
    </section>
  );
}

/** Ways to look at a list (按期限 · 按村居). */
export function Views<Value extends string>({ label, views, value, onChange }: {
  label: string;
  views: readonly { readonly value: Value; readonly title: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="views" aria-label={label}>
      {views.map((view) => <button key={view.value} type="button" aria-pressed={view.value === value} onClick={() => onChange(view.value)}>{view.title}</button>)}
    </fieldset>
  );
}

/** Facts two by two; what a person filled in is in the pen's ink. */
export function Facts({ items }: { items: readonly { readonly label: string; readonly value: ReactNode }[] }) {
  return <dl className="facts">{items.map((item) => <FactPair key={item.label} label={item.label} value={item.value} />)}</dl>;
}

function FactPair({ label, value }: { label: string; value: ReactNode }) {
  return <><dt>{label}</dt><dd className="filled">{value}</dd></>;
}

/** 旁注: the law and the document beside the fact. */
export function Gloss({ items }: { items: readonly { readonly title: string; readonly text: ReactNode }[] }) {
  return <dl className="gloss">{items.map((item) => <GlossPair key={item.title} title={item.title} text={item.text} />)}</dl>;
}

function GlossPair({ title, text }: { title: string; text: ReactNode }) {
  return <><dt>{title}</dt><dd>{text}</dd></>;
}

/** A figure or a document number we do not have. Shown, never invented: 文号未录入. */
export function Unsourced({ children }: { children: ReactNode }) {
  return <span className="unsourced">{children}</span>;
}
