<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up()
    {
        // Every message as it came. The unique mid makes a repeated delivery harmless.
        Schema::create('events', function (Blueprint $table) {
            $table->string('mid')->primary();
            $table->string('webhook_type');
            $table->string('corp_num');
            $table->longText('body');
        });
        Schema::create('documents', function (Blueprint $table) {
            $table->string('corp_num');
            $table->string('document_key');
            $table->integer('state');
            $table->primary(['corp_num', 'document_key']);
        });
    }

    public function down()
    {
        Schema::dropIfExists('documents');
        Schema::dropIfExists('events');
    }
};
