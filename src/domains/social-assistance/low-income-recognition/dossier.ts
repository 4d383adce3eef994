import { defineDossier } from '../../../kernel/contract/dossier.ts';
import { applied, decided, dossierGate } from '../common/dossier-items.ts';

/** 一户一档 of 低收入困难家庭: the papers of 低保 without the appraisal; a case taken over from 低保 was visited there. */
export const dossier = defineDossier({
  gate: dossierGate.id,
  lists: {
    application: [
      ...applied,
      { key: 'survey', title: '入户调查表（签字）', proof: { is: 'any', of: [{ is: 'step', steps: ['survey'] }, { is: 'paper', each: 'case' }] }, due: 'approval' },
      { key: 'report', title: '信息核对报告', proof: { is: 'report' }, due: 'approval' },
      { key: 'town-notice', title: '镇街公示', proof: { is: 'notice', scope: 'town' }, due: 'approval' },
      { key: 'notice-photo', title: '公示张贴照片', proof: { is: 'paper', each: 'case' }, due: 'approval' },
      ...decided,
    ],
  },
});
