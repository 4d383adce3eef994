/** 送达方式. */
export const WAYS = { direct: '直接送达', left: '留置送达', entrusted: '委托送达', post: '邮寄送达', electronic: '电子送达', public: '公告送达' } as const;
