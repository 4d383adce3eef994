/** Lines of the bureau's business, as its honours, campaigns and studies are sorted. */
export const businessLines = [
  { value: 'assistance', title: '社会救助' }, { value: 'relief', title: '减灾救灾' }, { value: 'elderly', title: '养老' }, { value: 'governance', title: '基层治理' }, { value: 'organisations', title: '社会组织' },
  { value: 'social-work', title: '社会工作与志愿' }, { value: 'charity', title: '慈善' }, { value: 'special-care', title: '优抚双拥' }, { value: 'children', title: '婚姻收养儿童' }, { value: 'vagrants', title: '救助管理' },
  { value: 'funeral', title: '殡葬' }, { value: 'places', title: '地名区划' }, { value: 'party', title: '党建' }, { value: 'bureau', title: '综合' },
] as const;
