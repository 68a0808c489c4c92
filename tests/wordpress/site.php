<?php
// WordPress from Debian's package, without a web server: php site.php FOLDER COMMAND [FILE].
// Results are JSON on stdout.

[, $folder, $command] = $argv;
$file = $argv[3] ?? '';

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', "localhost:$folder/mariadb.sock");
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_CONTENT_DIR', "$folder/wp-content");
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('WP_INSTALLING', $command === 'install');
define('WP_ADMIN', $command !== 'install');
define('WP_LOAD_IMPORTERS', true);
define('ABSPATH', '/usr/share/wordpress/');
$_SERVER['HTTP_HOST'] = 'blog.example';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$table_prefix = 'wp_';

require ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

// The taxonomies that Polylang registers: a plugin keeps its links in them, the core only stores.
if (is_dir(WP_CONTENT_DIR . '/polylang')) {
    register_taxonomy('language', ['post', 'page'], ['public' => false]);
    register_taxonomy('post_translations', ['post', 'page'], ['public' => false]);
    register_taxonomy('term_language', 'term', ['public' => false]);
}

function install(): array
{
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    $made = wp_install('Blog', 'editor', 'editor@blog.example', true, '', 'secret');
    wp_delete_post(1, true);
    wp_delete_post(2, true);
    wp_delete_post(3, true);
    $GLOBALS['wp_rewrite']->set_permalink_structure('/%postname%/');
    flush_rewrite_rules(false);
    return ['editor' => $made['user_id'], 'version' => get_bloginfo('version')];
}

/** Writes posts as an editor does; those in the file are arguments of wp_insert_post. */
function write(string $file): array
{
    $ids = [];
    foreach (json_decode(file_get_contents($file), true) as $post) {
        $login = $post['author'];
        $post['post_author'] = get_user_by('login', $login)->ID ?? wp_create_user($login, 'secret');
        $post['post_category'] = array_map('wp_create_category', $post['categories'] ?? []);
        $ids[] = $id = wp_insert_post(wp_slash($post), true);
        foreach ($post['terms'] ?? [] as $taxonomy => $terms) {
            foreach ($terms as $slug => $description) {
                wp_insert_term($slug, $taxonomy, ['slug' => $slug, 'description' => $description]);
                wp_set_object_terms($id, $slug, $taxonomy, true);
            }
        }
    }
    return $ids;
}

/** Exports the whole site into a file, as Tools → Export does. */
function export(string $file): array
{
    require_once ABSPATH . 'wp-admin/includes/export.php';
    ob_start();
    export_wp();
    file_put_contents($file, ob_get_clean());
    return [];
}

/** Returns all posts and pages as the database has them, by slug. */
function show(): array
{
    $posts = get_posts(
        ['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1]
    );
    return array_combine(array_column($posts, 'post_name'), array_map('about', $posts));
}

function about(WP_Post $post): array
{
    $blocks = parse_blocks($post->post_content);
    $terms = wp_get_object_terms($post->ID, get_taxonomies());
    $slugs = [];
    foreach ($terms as $term) {
        $slugs[$term->taxonomy][$term->slug] = $term->description;
    }
    return [
        'id' => $post->ID,
        'type' => $post->post_type,
        'status' => $post->post_status,
        'title' => $post->post_title,
        'content' => $post->post_content,
        'excerpt' => $post->post_excerpt,
        'author' => get_the_author_meta('login', $post->post_author),
        'date' => $post->post_date,
        'date_gmt' => $post->post_date_gmt,
        'terms' => $slugs,
        'meta' => array_map(fn ($values) => $values[0], get_post_meta($post->ID)),
        'blocks' => names($blocks),
        'serialized' => serialize_blocks($blocks),
        'page' => $page = apply_filters('the_content', $post->post_content),
        'leads_to' => array_values(array_filter(array_map('url_to_postid', links($page)))),
    ];
}

/** Returns the elements by which a page loads the block editor, its scripts from the disk. */
function scripts(): string
{
    ob_start();
    wp_scripts()->do_items(['wp-block-library']);
    return str_replace(site_url('/'), 'file://' . ABSPATH, ob_get_clean());
}

function links(string $page): array
{
    preg_match_all('/<a [^>]*href="([^"]*)"/', $page, $found);
    return $found[1];
}

/** Returns the names of blocks in their order; text outside of blocks is "null". */
function names(array $blocks): array
{
    $names = [];
    foreach ($blocks as $block) {
        if ($block['blockName'] !== null || trim($block['innerHTML']) !== '') {
            array_push($names, $block['blockName'] ?? 'null', ...names($block['innerBlocks']));
        }
    }
    return $names;
}

wp_set_current_user(1);
if ($command === 'import') {
    require getenv('WORDPRESS_IMPORTER') ? __DIR__ . '/plugin.php' : __DIR__ . '/importer.php';
}
echo json_encode($file === '' ? $command() : $command($file), JSON_THROW_ON_ERROR);
