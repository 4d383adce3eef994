import { interimMeasures } from '../common/law.ts';

/** 统一受理社会救助申请的窗口，及时受理、转办申请事项 */
export const windowLaw = interimMeasures('第六十条');
export const coordinationLaw = interimMeasures('第五条');
/** 应当予以保密 */
export const confidentialityLaw = interimMeasures('第六十一条');
