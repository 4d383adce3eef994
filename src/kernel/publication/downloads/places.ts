import { exportList } from '../../documents/export-list.ts';
import listPlaces from '../queries/list-places.ts';

/** 长期公布 by village as a workbook: how many households, no names. */
export default exportList({
  query: listPlaces, title: '长期公布', rows: (answer) => answer.places,
  columns: [{ title: '村居', width: 20, cell: (row) => row.name }, { title: '区划代码', width: 16, cell: (row) => row.code }, { title: '公布（户）', kind: 'number', width: 12, cell: (row) => row.households }],
  next: () => undefined,
});
