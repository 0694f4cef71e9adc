import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting } from '../../platform/http/acting.js';
import { ReadRoute } from '../../platform/http/documented.js';
import type { Page } from '../../platform/http/pagination.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { DocumentDto, DocumentKinds, DocumentListQuery, DocumentPage, DossierDto, type DocumentRowDto } from './document.dto.js';
import { DocumentsQueries } from './documents.queries.js';

@ApiTags('documents')
@Controller('v1')
export class DocumentsController {
  constructor(private readonly queries: DocumentsQueries) {}

  @Get('document-kinds')
  @Permit('document.read')
  @ReadRoute('Kinds of official documents: word of the number, what they state, place in the file, source', DocumentKinds)
  kinds(): DocumentKinds {
    return { items: this.queries.kinds() };
  }

  @Get('documents')
  @Permit('document.read')
  @ReadRoute('Official documents of what this account sees, newest first', DocumentPage)
  list(@Act() acting: Acting, @Query() query: DocumentListQuery): Promise<Page<DocumentRowDto>> {
    return this.queries.list(acting, query);
  }

  @Get('documents/:id')
  @Permit('document.read')
  @ReadRoute('One document with what it states, and whether it is what was issued', DocumentDto)
  one(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<DocumentDto> {
    return this.queries.one(acting, id);
  }

  @Get('cases/:id/dossier')
  @Permit('document.read')
  @ReadRoute('Index of the file: 正卷 and 副卷 in the order of 令2 第七十八条, with return slips', DossierDto)
  dossier(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<DossierDto> {
    return this.queries.dossier(acting, id);
  }
}
