import { definePage } from '../../../../web/portal/shell/page.ts';
import { ReceivedPage } from '../../common/web/received.tsx';

const words = { what: '低保', afterwards: '批准以后，从下个月起发钱。' };

const Applied = () => <ReceivedPage words={words} />;

export default definePage({ path: '/apply/subsistence-allowance/done/$id', title: '已收到', signIn: true, mandated: true, covers: ['S001', 'S216'], component: Applied });
