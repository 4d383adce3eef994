import { useState } from 'react';
import { query } from '../../api-client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AskToShow } from '../registers/show-document.tsx';

/** 显示 of a confidential field: asks what for, shows it once. Who looked, when and why is kept. */
export function ShowSecret({ register, record, field, title, of = {} }: { register: string; record: number; field: string; title: string; /** Where it stands in an entry of the record. */ of?: { readonly sub?: string; readonly entry?: number } }) {
  const [open, setOpen] = useState(false);
  const show = async (purpose: string): Promise<string> => String((await query<{ readonly value: unknown }>('records.show-secret', { register, record, field, purpose, ...of })).value ?? '未录入');
  return (
    <>
      <button type="button" className="link noprint" onClick={() => setOpen(true)}>显示<span className="vh">{title}</span></button>
      <Dialog open={open} title={`显示${title}`} onClose={() => setOpen(false)}><AskToShow what={title} show={show} onDone={() => setOpen(false)} /></Dialog>
    </>
  );
}
