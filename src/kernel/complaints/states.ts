export type ComplaintState = 'received' | 'assigned' | 'investigated' | 'to-answer' | 'closed';

/** 到哪里: in the words of the desk. */
export const STATES: Readonly<Record<ComplaintState, string>> = { received: '待交办', assigned: '正在查', investigated: '待作结论', 'to-answer': '待答复举报人', closed: '办结' };
