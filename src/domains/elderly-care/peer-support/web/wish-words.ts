/** What helpers do, as the screens say it: the same words the register offers. */
export const WISHES = [{ value: 'company', title: '聊天陪伴' }, { value: 'shopping', title: '代购' }, { value: 'housework', title: '简单家务' }, { value: 'errands', title: '代办' }, { value: 'escort', title: '陪同就医' }, { value: 'repairs', title: '小修小补' }] as const;
export const wishWords = (wishes: readonly string[]): string => wishes.map((wish) => WISHES.find((one) => one.value === wish)?.title ?? wish).join('、');
