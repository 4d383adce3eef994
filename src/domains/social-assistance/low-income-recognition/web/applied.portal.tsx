import { definePage } from '../../../../web/portal/shell/page.ts';
import { ReceivedPage } from '../../common/web/received.tsx';

const words = { what: '低收入家庭认定', afterwards: '认定以后，在“我的”里打印证明。认定本身不发钱。' };

const Applied = () => <ReceivedPage words={words} />;

export default definePage({ path: '/apply/low-income-recognition/done/$id', title: '已收到', signIn: true, mandated: true, covers: ['S003', 'S216'], component: Applied });
