import { defineMatter } from '../../../kernel/contract/matter.ts';
import { volunteeringRecords } from '../common/law.ts';
import { brandVolunteer, volunteerBrand } from './register.ts';

/** 博爱行动: neighbours who volunteer under names everybody knows. */
export const matter = defineMatter({
  id: 'fraternity-volunteering',
  title: '博爱行动义工服务',
  law: [volunteeringRecords],
  registers: [volunteerBrand, brandVolunteer],
  covers: ['S125'],
});
