from django.contrib import admin

from .models import Contract, Delegate, HelpLine, Partner, Platform, Practitioner


class ContractInline(admin.TabularInline):
    model = Contract
    extra = 0


@admin.register(Practitioner)
class PractitionerAdmin(admin.ModelAdmin):
    list_display = ("user", "kind", "profession", "specialty", "department")
    list_filter = ("kind", "profession")
    search_fields = ("user__name", "user__email", "rpps", "contracts__number")
    autocomplete_fields = ("user",)
    inlines = (ContractInline,)


@admin.register(Partner)
class PartnerAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "town", "is_active")
    list_filter = ("kind", "is_active")
    search_fields = ("name",)
    autocomplete_fields = ("members",)


@admin.register(Platform)
class PlatformAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "domain", "can_answer_directly")
    list_filter = ("kind",)
    search_fields = ("name", "domain")


@admin.register(Delegate)
class DelegateAdmin(admin.ModelAdmin):
    list_display = ("user", "practitioner", "relation", "opened_at", "closed_at")
    list_filter = ("relation",)
    autocomplete_fields = ("practitioner", "user")


@admin.register(HelpLine)
class HelpLineAdmin(admin.ModelAdmin):
    list_display = ("name", "phone", "position", "is_shown", "checked_on")
