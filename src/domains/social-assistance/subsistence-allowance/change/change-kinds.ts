/** What can happen in a household, in the office's words; the keys are what is stored. */
export const CHANGE_KINDS = {
  'birth': '新生子女', 'marriage': '结婚迁入', 'return': '成员回来共同生活', 'death': '成员死亡', 'left': '成员离开家庭', 'transfer': '成员转到另一户', 'split': '分户', 'merge': '并入另一户',
  'head': '变更户主', 'move': '市内迁居', 'leave-city': '迁出本市', 'job-found': '成员就业', 'job-lost': '成员失业', 'income': '收入变化',
} as const;
export type ChangeKind = keyof typeof CHANGE_KINDS;

/** The same as people say it. */
export const PLAIN_KINDS: Readonly<Record<ChangeKind, string>> = {
  'birth': '添了孩子', 'marriage': '有人嫁进来、娶进来', 'return': '家里人回来一起住了', 'death': '家里有人去世了', 'left': '家里有人走了，如嫁出、外出、服刑', 'transfer': '有人转到另一家', 'split': '分家，一户变两户',
  'merge': '两家并成一家', 'head': '换户主', 'move': '搬家，还在本市', 'leave-city': '全家迁出本市', 'job-found': '有人找到工作了', 'job-lost': '有人没工作了', 'income': '收入多了或少了',
};

export const isChangeKind = (text: unknown): text is ChangeKind => typeof text === 'string' && Object.hasOwn(CHANGE_KINDS, text);

/** Somebody new stands in the household. */
export const ADDING = ['birth', 'marriage', 'return'] as const satisfies readonly ChangeKind[];
/** The report names somebody of the household. */
export const NAMING = ['death', 'left', 'transfer', 'head', 'job-found', 'job-lost', 'income'] as const satisfies readonly ChangeKind[];
/** The head may be among those who go. */
export const LEAVING = ['death', 'left', 'transfer', 'split'] as const satisfies readonly ChangeKind[];
