import type { Form } from '../../../kernel/contract/form.ts';
import { account, assets, authorisation, confirmation, family, income } from '../common/means-test/form-sections.ts';

/** 最低生活保障申请表: the same for the portal and the counter. */
export const applicationForm: Form = { id: 'subsistence-allowance-application', title: '最低生活保障申请', sections: [family, income, assets, account, authorisation, confirmation] };
