import { exportList } from '../../../documents/export-list.ts';
import { filterWords } from '../../search/filter-words.ts';
import { householdsMeant } from '../households-meant.ts';
import { streamHouseholdLines, type HouseholdLine } from '../list-household-hits.ts';
import listHouseholds from '../queries/list-households.ts';

/** 家庭名单 as a workbook. */
export default exportList({
  query: listHouseholds, title: '家庭名单', page: { limit: 2000 },
  rows: (answer): readonly HouseholdLine[] => answer.rows,
  columns: [
    { title: '户号', width: 20, cell: (row) => row.number }, { title: '户主', width: 12, cell: (row) => row.head ?? '不在辖区' }, { title: '人数', kind: 'number', width: 6, cell: (row) => row.members },
    { title: '村居', width: 24, cell: (row) => row.place }, { title: '本月待遇（元）', kind: 'money', width: 14, cell: (row) => row.fen },
  ],
  next: (answer, input) => (answer.next === null ? undefined : { ...input, after: answer.next }),
  // all of a city in one walk; a search text finds few
  async all(tx, input, by) {
    return input.text === undefined || input.text === '' ? streamHouseholdLines(tx, await householdsMeant(tx, input, by), by.today, (ids) => { by.saw('household', ids, '查找'); }) : undefined;
  },
  filter: filterWords,
});
