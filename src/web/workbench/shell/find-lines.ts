import type { Hit } from '../../../kernel/registers/search/hit.ts';
import type { Place } from './recent.ts';
import { mayOpen, type PageDeclaration } from './page.ts';

/** One line under the find box: where it leads, what it is. */
export interface FindLine { readonly id: string; readonly title: string; readonly note: string; readonly href: string }

const PLACE = { person: '/people', household: '/households', case: '/cases', roll: '/rolls', complaint: '/complaints', paper: '/cases', record: '/records' } as const;
const WORD = { person: '人', household: '户', case: '件', roll: '花名册', complaint: '投诉', paper: '文书', record: '台账' } as const;

/** Something one can begin from anywhere. `of`: begun for the household that is found. */
export interface Action { readonly words: readonly string[]; readonly title: string; readonly href: string; readonly roles?: readonly string[] }
export const ACTIONS: readonly Action[] = [
  { words: ['登记', '新申请', '申请', 'dj', 'xsq'], title: '登记申请', href: '/cases/new', roles: ['village-clerk', 'town-clerk'] },
  { words: ['批量', '批量办理', 'pl', 'plbl'], title: '批量办理的结果', href: '/bulk' },
];
/** 办理变更 李…: a verb before the name leads to the part of the household's page where it is done. */
const VERBS: readonly { readonly words: readonly string[]; readonly title: string }[] = [
  { words: ['变更', '办理变更', 'bg'], title: '办理变更' }, { words: ['复核', '提前复核', 'fh'], title: '提前复核' }, { words: ['停发', '暂停', 'tf'], title: '停发、暂停' }, { words: ['账户', '换账户', 'zh'], title: '换账户' },
];

/** What was typed, without a verb before the name: the rest is looked for. */
export function readVerb(typed: string): { readonly verb: string | undefined; readonly text: string } {
  const [first = '', ...rest] = typed.trim().split(/\s+/);
  const verb = rest.length === 0 ? undefined : VERBS.find((one) => one.words.includes(first.toLowerCase()))?.title;
  return verb === undefined ? { verb, text: typed.trim() } : { verb, text: rest.join(' ') };
}

const begins = (page: PageDeclaration, typed: string): boolean =>
  page.title.includes(typed) || (page.tab?.label ?? page.shelf?.label ?? '').includes(typed) || (page.letters ?? []).some((sound) => sound.startsWith(typed.toLowerCase()));

/** Pages and actions this post may open whose name, initials or sound begin so. Addresses with a part to fill in are no places. */
export function listPlaces(pages: readonly PageDeclaration[], role: string | undefined, typed: string): FindLine[] {
  const asked = typed.trim();
  if (asked === '') return [];
  const actions = ACTIONS.filter((one) => (one.roles === undefined || one.roles.includes(role ?? '')) && one.words.some((word) => word.startsWith(asked.toLowerCase())));
  const own = pages.filter((page) => !page.path.includes('$') && page.open !== true && mayOpen(page, role) && begins(page, asked));
  return [
    ...actions.map((one) => ({ id: `do-${one.href}`, title: one.title, note: '去办', href: one.href })),
    ...own.filter((page) => !actions.some((one) => one.href === page.path)).slice(0, 4).map((page) => ({ id: `page-${page.path}`, title: page.title, note: page.go === undefined ? '页面' : `页面　G ${page.go.toUpperCase()}`, href: page.path })),
  ];
}

/** What the server found, as lines; under a verb only households and people, each leading to where it is done. */
export function hitLines(hits: readonly Hit[], verb: string | undefined): FindLine[] {
  const wanted = verb === undefined ? hits : hits.filter((hit) => hit.kind === 'person' || hit.kind === 'household');
  const hrefOf = (hit: Hit): string => (verb !== undefined && hit.kind === 'person' && hit.household !== undefined ? `/households/${hit.household}` : `${PLACE[hit.kind]}/${hit.id}${hit.kind === 'paper' ? '/paper' : ''}`);
  return wanted.map((hit) => ({ id: `${hit.kind}-${hit.id}`, title: verb === undefined ? hit.title : `${verb}：${hit.title}`, note: `${WORD[hit.kind]}　${hit.note}`, href: hrefOf(hit) }));
}

export const recentLines = (places: readonly Place[]): FindLine[] => places.map((place) => ({ id: `recent-${place.href}`, title: place.title, note: '刚看过', href: place.href }));
