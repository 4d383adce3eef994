/** Words of the desk for what a complaint is about, how it came, what came of it, and the steps of its record. */
export const ABOUT = { household: '一户人家', office: '办事机关', staff: '工作人员' } as const;
export const HOW: Readonly<Record<string, string>> = { portal: '网上', desk: '当面', phone: '电话', letter: '来信', 'handed-over': '纪检转来（隐去举报人）' };
export const OUTCOME: Readonly<Record<string, string>> = { upheld: '属实', partly: '部分属实', rejected: '不属实', 'handed-over': '已转办' };
export const STEP: Readonly<Record<string, string>> = { lodged: '收到', assigned: '交办', investigated: '核查', concluded: '结论', answered: '答复举报人', 'handed-over': '隐去举报人转办' };
