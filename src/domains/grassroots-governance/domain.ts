import { defineDomain } from '../../kernel/contract/matter.ts';
import { residentsCommitteeLaw, villagersCommitteeLaw } from './common/law.ts';

/** 基层治理: villages and communities that govern themselves, and the stations and services beside them. */
export const domain = defineDomain({
  id: 'grassroots-governance',
  title: '基层治理',
  law: [villagersCommitteeLaw(), residentsCommitteeLaw()],
  roles: { 'grassroots-governance-clerk': { title: '基层治理经办', level: 'city' } },
});
