import { exportList } from '../../documents/export-list.ts';
import listParameters from '../queries/list-parameters.ts';

const hukou: Readonly<Record<string, string>> = { urban: '城镇', rural: '农村' };

/** 标准和参数 as a workbook: every value with its period and document, and every gap. */
export default exportList({
  query: listParameters, title: '标准和参数',
  rows: (answer) => answer.matters.flatMap((matter) => matter.parameters.flatMap((parameter) => parameter.history.map((value) => ({ matter: matter.title, parameter, value })))),
  columns: [
    { title: '事项', width: 16, cell: (row) => row.matter }, { title: '参数', width: 30, cell: (row) => row.parameter.title }, { title: '地方', width: 12, cell: (row) => row.value.divisionName },
    { title: '城乡', width: 8, cell: (row) => hukou[row.value.hukouKind ?? ''] ?? '' }, { title: '值', width: 20, cell: (row) => row.value.text }, { title: '单位', width: 12, cell: (row) => row.parameter.unit },
    { title: '从', kind: 'day', width: 12, cell: (row) => row.value.from }, { title: '到（不含）', kind: 'day', width: 12, cell: (row) => row.value.to }, { title: '现行', width: 6, cell: (row) => (row.value.inForce ? '是' : '') },
    { title: '依据', width: 40, cell: (row) => (row.value.is === 'gap' ? row.value.reason : row.value.document.title) }, { title: '文号', width: 22, cell: (row) => (row.value.is === 'gap' ? '' : row.value.document.number ?? '文号未录入') },
    { title: '演示值', width: 8, cell: (row) => (row.value.demo ? '演示值' : '') },
  ],
  next: () => undefined,
  filter: (_tx, input) => [input.gapsOnly ? '只看缺来源的' : ''].filter((word) => word !== ''),
});
