import { Module } from '@nestjs/common';
import { GalleryController } from './gallery.controller.js';

@Module({ controllers: [GalleryController] })
export class GalleryModule {}
