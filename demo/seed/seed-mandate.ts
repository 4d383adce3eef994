import type { DemoOffice } from './demo-office.ts';

/** A page that stands for the signed 授权委托书: nobody's paper is drawn. */
const PAPER = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** 黄丽, a daughter with an account of her own, comes to the window with her mother 陈秀英 and a signed 授权委托书: she may apply and follow for her. */
export async function mandateStory(office: DemoOffice, today: string): Promise<void> {
  const helper = { name: '黄丽', idNumber: '442099198001011230' };
  await office.act('shiqi', 'access.register-resident', { login: 'huangli', ...helper, hukouKind: 'urban', division: await office.divisionId('442000001016') });
  await office.usePassword('huangli');
  const document = await office.upload('shiqi', '授权委托书.pdf', PAPER, 'application/pdf');
  await office.act('shiqi', 'mandates.record', {
    principal: { name: '陈秀英', idNumber: '442099195801024423' }, helper, relation: '女儿', basis: 'paper', matters: ['subsistence-allowance'], from: today, to: '2015-05-01', document,
  });
}
