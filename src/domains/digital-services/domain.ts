import { defineDomain } from '../../kernel/contract/matter.ts';

/** 信息化: what is done online, and whether it is done in time. */
export const domain = defineDomain({ id: 'digital-services', title: '信息化', law: [{ instrument: '中华人民共和国行政许可法', documentNumber: '主席令第7号' }] });
