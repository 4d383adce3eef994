import { exportList } from '../../../documents/export-list.ts';
import { filterWords } from '../../search/filter-words.ts';
import { streamPersonLines, type PersonLine } from '../list-person-hits.ts';
import { peopleMeant } from '../people-meant.ts';
import listPeople from '../queries/list-people.ts';

/** 人员名单 as a workbook: names and numbers masked as on the screen. */
export default exportList({
  query: listPeople, title: '人员名单', page: { limit: 2000 },
  rows: (answer): readonly PersonLine[] => answer.rows,
  columns: [
    { title: '姓名', width: 10, cell: (row) => row.title }, { title: '性别', width: 8, cell: (row) => row.sex }, { title: '出生日期', kind: 'day', width: 12, cell: (row) => row.born },
    { title: '证件号码', width: 22, cell: (row) => row.masked }, { title: '住处', width: 24, cell: (row) => row.place }, { title: '去世日期', kind: 'day', width: 12, cell: (row) => row.died },
  ],
  next: (answer, input) => (answer.next === null ? undefined : { ...input, after: answer.next }),
  // everybody of a city in one walk; a search text finds few
  async all(tx, input, by) {
    const meant = input.text === undefined || input.text === '' ? await peopleMeant(tx, input, by) : undefined;
    return meant && streamPersonLines(tx, meant, (ids) => { by.saw('person', ids, '查找'); });
  },
  filter: filterWords,
});
