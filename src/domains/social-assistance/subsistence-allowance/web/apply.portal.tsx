import { definePage } from '../../../../web/portal/shell/page.ts';
import { ApplyPage } from '../../common/web/apply.tsx';
import { asides, told } from '../../common/web/apply-asides.tsx';

const words = {
  matter: 'subsistence-allowance', doing: '申请低保',
  asides: { ...asides, income: <>{told('为什么要问收入', '低保补的是差额：政府定一个最低数，您家不够的部分补上。收入写得准，钱才算得准。')}{asides['income']}</> },
};

const Apply = () => <ApplyPage words={words} />;

export default definePage({ path: '/apply/subsistence-allowance', title: '申请低保', signIn: true, mandated: true, covers: ['S001', 'S215'], component: Apply });
