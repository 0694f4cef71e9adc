export { DOCUMENT_KINDS, documentForms, formOfDocument } from './data/kinds.data.js';
export { SERVED_BY } from './data/served.data.js';
export { lettersOf, signerOf } from './data/letters.data.js';
export { DocumentCounter, OfficialDocument } from './document.entity.js';
export { documentErrors, documentProblem } from './documents.errors.js';
export { IssuedDocumentDto } from './issued-document.dto.js';
export { Documents, type Issued, type Issuing, type Paper } from './documents.issuing.service.js';
export { DocumentsModule } from './documents.module.js';
export { documentDigests, itemOf, kindProblems, type DocumentContent, type DocumentField, type DocumentKind } from './domain/document.rules.js';
