import type { DemoOffice } from './demo-office.ts';

/** A picture that says what would have been scanned: nobody's document is drawn. */
const picture = (title: string, whose: string): Buffer => Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#fff" stroke="#000" stroke-width="2"/><text x="320" y="170" font-size="40" text-anchor="middle">${title}</text><text x="320" y="230" font-size="26" text-anchor="middle">${whose}</text><text x="320" y="350" font-size="18" text-anchor="middle">演示扫描件，不是真的证件</text></svg>`);

async function file(office: DemoOffice, login: string, caseId: number, item: string, name: string, more: { personId?: number; reason?: string; whose?: string } = {}): Promise<void> {
  const { whose = '', ...body } = more;
  const fileId = await office.upload(login, `${name}.svg`, picture(name, whose), 'image/svg+xml');
  await office.act(login, 'dossier.file-paper', { caseId, item, fileId, ...body });
}

/** What the window scans when it takes an application: every member's card, and the household register unless it was left for later. */
export async function fileAtWindow(office: DemoOffice, login: string, caseId: number, options: { readonly register: boolean }): Promise<void> {
  const { members } = await office.see<{ members: { personId: number; name: string }[] }>(login, 'casework.get-case', { caseId });
  for (const member of members) await file(office, login, caseId, 'identity', '身份证复印件', { personId: member.personId, whose: member.name });
  if (options.register) await file(office, login, caseId, 'household-register', '户口簿复印件');
}

export const fileNoticePhoto = (office: DemoOffice, login: string, caseId: number): Promise<void> => file(office, login, caseId, 'notice-photo', '公示张贴照片');

export const fileReceipt = (office: DemoOffice, login: string, caseId: number): Promise<void> => file(office, login, caseId, 'service', '送达回证', { reason: '决定以后送达，签收后归入' });
