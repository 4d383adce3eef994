const OUTCOMES: Readonly<Record<string, string>> = { granted: '批准', refused: '不予批准', kept: '继续发给', changed: '变更金额', suspended: '暂停发放', ended: '停止发放', resumed: '恢复发放' };

/** A decision in two or three words. */
export const decisionWords = (outcome: string): string => OUTCOMES[outcome] ?? outcome;

/** 送达方式. */
export const WAYS = { direct: '直接送达', left: '留置送达', entrusted: '委托送达', post: '邮寄送达', electronic: '电子送达', public: '公告送达' } as const;
