export function NoticesBrief() { return null; }
