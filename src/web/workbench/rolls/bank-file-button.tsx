import { useState } from 'react';
import { query } from '../../api-client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PurposeForm } from '../readings/purpose-form.tsx';
import { saveFile, type KeptFile } from './save-file.ts';

/** 下载代发文件: whole accounts leave the house with it, so it is asked what for, each time. */
export function BankFileButton({ roll }: { roll: number }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>下载代发文件</Button>
      <Dialog open={open} title="下载代发文件" onClose={close}>
        <PurposeForm of="bankFile" legend="拿去做什么" submit="下载" onClose={close} onRead={async (purpose) => { saveFile(await query<KeptFile>('payroll.get-bank-file', { roll, ...purpose })); close(); }} />
      </Dialog>
    </>
  );
}
