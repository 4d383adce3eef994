import type { ReactNode } from 'react';

export const told = (title: string, text: string) => <section><h2>{title}</h2><p>{text}</p></section>;
export const counter = told('不会填', '写到哪里算哪里，都存着。带身份证到村（居）委会或镇区窗口，工作人员接着帮您填。');

/** One sentence of help where the question arises, by section. */
export const asides: Readonly<Record<string, ReactNode>> = {
  home: <>{told('为什么先问住哪里', '申请由户口所在的镇区受理。选了村（居），我们才知道该谁来办、谁到您家看。')}{counter}</>,
  family: <>{told('哪些人要写', '夫妻、没成年的孩子、在上学的孩子，一定要写。平时住在一起、有赡养抚养关系的，也写。')}{told('身份证号做什么用', '只用来核对收入和财产。公示的时候，只有姓名（隐去一个字）、人数和金额。')}</>,
  income: <>{told('这些不算收入', '助学金、优抚金、政府发的救助款。写上也不会少给您。')}{told('写错了怎么办', '交上去之前随时能改。交上去以后，打电话给镇区办事窗口。')}</>,
  assets: <>{told('为什么要问财产', '存款、车、房超过本市规定的，不能批。自己住的一套房，照实写就行。')}</>,
  account: <>{told('用谁的账户', '最好是您本人的。用别人的账户代领，要到窗口签一份协议。')}</>,
  authorisation: <>{told('核对什么', '公安的户籍和车辆、社保和养老金、银行存款、房产、工商登记。')}{told('其他家里人', '家里每个成年人都要各自签：用自己的账号登录签，或带身份证到窗口签。您交上去以后，我们告诉您还差谁。')}</>,
};
