export { CentreServiceRow, HearingSlot, SlotBooking } from './rapid-centre.entity.js';
export { rapidCentreErrors } from './rapid-centre.errors.js';
export { RapidCentreModule } from './rapid-centre.module.js';
export { HEARING_SLOT } from './rapid-centre.subject.js';
