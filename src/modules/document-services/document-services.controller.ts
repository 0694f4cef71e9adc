import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Acting, Answer } from '../../platform/http/acting.js';
import { AttachRoute, OpenRoute, ReadRoute } from '../../platform/http/documented.js';
import { Act, Permit } from '../../platform/http/route.js';
import { Uuid } from '../../platform/http/uuid.pipe.js';
import { AddressConfirmationDto, AddressConfirmations, ConfirmAddressDto, RecordServiceDto, ServiceModes, ServiceRecordDto, ServiceRecords, WithdrawDocumentDto, WithdrawnDocumentDto } from './document-service.dto.js';
import { DocumentServicesQueries } from './document-services.queries.js';
import { DocumentRecords } from './document-services.service.js';

@ApiTags('service of documents')
@Controller('v1')
export class DocumentServicesController {
  constructor(
    private readonly records: DocumentRecords,
    private readonly queries: DocumentServicesQueries,
  ) {}

  @Get('service-modes')
  @Permit('document.read')
  @ReadRoute('Modes of service: what proves each, which day counts, article', ServiceModes)
  modes(): ServiceModes {
    return { items: this.queries.modes() };
  }

  @Get('documents/:id/services')
  @Permit('document.read')
  @ReadRoute('On whom a document was served, and how', ServiceRecords)
  async services(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<ServiceRecords> {
    return { items: await this.queries.services(acting, id) };
  }

  @Post('documents/:id/services')
  @Permit('document.serve')
  @OpenRoute(null, 'Record the service of a document that no command of a proceeding serves', ServiceRecordDto)
  serve(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: RecordServiceDto): Promise<Answer<ServiceRecordDto>> {
    return this.records.serve(acting, id, body);
  }

  @Post('documents/:id/withdraw')
  @HttpCode(200)
  @Permit('document.serve')
  @AttachRoute('Withdraw a wrong document; another takes its place', WithdrawnDocumentDto)
  withdraw(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: WithdrawDocumentDto): Promise<Answer<WithdrawnDocumentDto>> {
    return this.records.withdraw(acting, id, body);
  }

  @Get('cases/:id/address-confirmations')
  @Permit('document.read')
  @ReadRoute('Signed confirmations of addresses for service', AddressConfirmations)
  async confirmations(@Act() acting: Acting, @Param('id', Uuid) id: string): Promise<AddressConfirmations> {
    return { items: await this.queries.confirmations(acting, id) };
  }

  @Post('cases/:id/address-confirmations')
  @Permit('document.serve')
  @OpenRoute(null, 'Record that a party confirmed its address for service, and which electronic ways it agrees to', AddressConfirmationDto)
  confirm(@Act() acting: Acting, @Param('id', Uuid) id: string, @Body() body: ConfirmAddressDto): Promise<Answer<AddressConfirmationDto>> {
    return this.records.confirmAddress(acting, id, body);
  }
}
