import { definePage } from '../../../../web/portal/shell/page.ts';
import { ApplyPage } from '../../common/web/apply.tsx';
import { asides, told } from '../../common/web/apply-asides.tsx';

const words = {
  matter: 'low-income-recognition', doing: '申请低收入家庭认定',
  asides: {
    ...asides,
    income: <>{told('为什么要问收入', '收入超过低保标准、不超过低收入线的，可以认定。低于低保标准的，我们会问您要不要改办低保，钱更多。')}{asides['income']}</>,
    spending: <>{told('写哪些', '看病自己掏的、孩子上学的、残疾人康复的。有票据的留好，入户调查时看。')}</>,
    account: <>{told('认定发钱吗', '认定本身不发钱，是看病、修房、殡葬减免、养老院轮候的凭据。有的城市给老人、学生、病人另发分类救助，才用这个账户。')}</>,
  },
};

const Apply = () => <ApplyPage words={words} />;

export default definePage({ path: '/apply/low-income-recognition', title: '申请低收入家庭认定', signIn: true, mandated: true, covers: ['S003', 'S215'], component: Apply });
