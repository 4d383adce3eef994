/** 护理等级, as homes price their care. Homes grade finer; the register keeps the three the contracts speak of. */
export const careLevels = [{ value: 'self-care', title: '自理' }, { value: 'partial', title: '半失能' }, { value: 'full', title: '失能' }] as const;
